package org.lenetlab.testkit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling.Kind;

/**
 * A hash of all bits that a backend leaves behind in a few short trainings that use every op. A
 * backend's test compares it with a constant, so that no change of bits goes unnoticed: whoever
 * changes them on purpose counts {@link org.lenetlab.api.backend.BackendSpec#numerics} up.
 */
public final class Fingerprint {
  private static final long SEED = 1998;
  private static final int LARGEST_BATCH = 33;

  private Fingerprint() {}

  /**
   * The first 16 hexadecimal digits of the SHA-256 of parameters, losses, outputs and curvature.
   */
  public static String of(Backend backend) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (NetworkCase networkCase : cases()) {
        train(backend, networkCase, digest);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static List<NetworkCase> cases() {
    CaseList cases = new CaseList();
    cases.add("LeNet-5 of 1998", Losses.RBF_MAP, LeNets.lenet5());
    cases.add(
        "all else",
        NetworkBuilder.input(2, 14, 12)
            .convolution(5, 3, 1, 1)
            .activation(new Activation.Relu())
            .pooling(Kind.MAX, 2, 2)
            .convolution(7, 3, 2, 1)
            .activation(new Activation.Sigmoid())
            .pooling(Kind.AVERAGE, 2, 1)
            .dropout(0.2)
            .dense(19)
            .activation(new Activation.Tanh())
            .dense(9)
            .activation(new Activation.LeakyRelu(0.1f))
            .dense(4));
    return cases.list();
  }

  private static void train(Backend backend, NetworkCase networkCase, MessageDigest digest) {
    Network network = networkCase.network();
    try (Program program = backend.compile(network, networkCase.loss(), LARGEST_BATCH, SEED)) {
      PlainMomentum optimizer = new PlainMomentum(program.vectorLength(), 0.9);
      Scores scores = Scores.sums();
      for (int size : new int[] {LARGEST_BATCH, 16, 1, 5}) {
        program.trainBatch(Batches.random(network, size, size), scores);
        program.update(optimizer, 0.02f);
      }
      Batch batch = Batches.random(network, 21, SEED);
      program.evaluate(batch, scores);
      float[] outputs = new float[21 * network.classes()];
      program.forward(batch, outputs);
      add(digest, program.parameters());
      add(digest, new float[] {(float) scores.meanLoss()});
      add(digest, outputs);
      if (program instanceof CurvatureProgram curved) {
        float[] curvature = new float[program.vectorLength()];
        curved.addCurvature(batch, curvature);
        add(digest, program.toCanonical(curvature));
      }
    }
  }

  private static void add(MessageDigest digest, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes);
  }
}
