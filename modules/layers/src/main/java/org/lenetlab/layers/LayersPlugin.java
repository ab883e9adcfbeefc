package org.lenetlab.layers;

import org.lenetlab.api.network.Activation;
import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the layers, activations, initialisers and architectures of the LeNet family. */
public final class LayersPlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.layer("conv", ConvLayer.class);
    kinds.layer("pool", PoolLayer.class);
    kinds.layer("subsample", SubsampleLayer.class);
    kinds.layer("activation", ActivationLayer.class);
    kinds.layer("dense", DenseLayer.class);
    kinds.layer("dropout", DropoutLayer.class);
    kinds.layer("rbf", RbfLayer.class);

    kinds.activation("sigmoid", Activation.Sigmoid.class);
    kinds.activation("tanh", Activation.Tanh.class);
    kinds.activation("scaled-tanh", Activation.ScaledTanh.class);
    kinds.activation("relu", Activation.Relu.class);
    kinds.activation("leaky-relu", Activation.LeakyRelu.class);
    kinds.activation("identity", Activation.Identity.class);

    kinds.initializer("pytorch-default", PytorchDefault.class);
    kinds.initializer("xavier-uniform", XavierUniform.class);
    kinds.initializer("he-normal", HeNormal.class);
    kinds.initializer("he-uniform", HeUniform.class);
    kinds.initializer("lecun-1998", Lecun1998.class);
    kinds.initializer("lecun-sqrt", LecunSqrt.class);
    kinds.initializer("constant", Constant.class);
    kinds.initializer("uniform", Uniform.class);

    kinds.architecture("lenet1", Lenet1.class);
    kinds.architecture("lenet4", Lenet4.class);
    kinds.architecture("lenet5", Lenet5.class);
    kinds.architecture("lenet5-modern", Lenet5Modern.class);
    kinds.architecture("mlp", Mlp.class);
    kinds.architecture("layers", LayerList.class);
  }
}
