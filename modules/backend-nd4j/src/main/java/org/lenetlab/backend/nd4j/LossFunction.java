package org.lenetlab.backend.nd4j;

import org.lenetlab.api.backend.Loss;

/** The loss of one example and its derivatives, in double precision: there are few outputs. */
interface LossFunction {

  /**
   * The loss of outputs.
   *
   * @param gradient where the derivatives by the outputs are written
   */
  double at(double[] outputs, int label, double[] gradient);

  static LossFunction of(Loss loss, int outputs) {
    return switch (loss) {
      case Loss.CrossEntropy _ -> softmax(1, Double.NEGATIVE_INFINITY);
      case Loss.RbfMap map -> softmax(-1, -map.j());
      case Loss.MeanSquaredError mse -> squaredError(mse, outputs);
      case Loss.RbfMle _ ->
          (y, label, gradient) -> {
            for (int i = 0; i < y.length; i++) {
              gradient[i] = i == label ? 1 : 0;
            }
            return y[label];
          };
    };
  }

  /**
   * log(e^constant + Σ e^(sign·y[i])) − sign·y[label]. The MAP criterion of LeCun et al. 1998, eq.
   * 9, takes distances for negative scores, and j for the distance of a rubbish class.
   */
  private static LossFunction softmax(int sign, double constant) {
    return (y, label, gradient) -> {
      double largest = constant;
      for (double output : y) {
        largest = Math.max(largest, sign * output);
      }
      double sum = StrictMath.exp(constant - largest);
      for (int i = 0; i < y.length; i++) {
        gradient[i] = StrictMath.exp(sign * y[i] - largest);
        sum += gradient[i];
      }
      for (int i = 0; i < y.length; i++) {
        gradient[i] = sign * (gradient[i] / sum - (i == label ? 1 : 0));
      }
      return StrictMath.log(sum) + largest - sign * y[label];
    };
  }

  private static LossFunction squaredError(Loss.MeanSquaredError loss, int outputs) {
    double factor = loss.factor(outputs);
    return (y, label, gradient) -> {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        double error = y[i] - (i == label ? loss.on() : loss.off());
        gradient[i] = 2 * factor * error;
        sum += error * error;
      }
      return factor * sum;
    };
  }
}
