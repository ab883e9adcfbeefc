package org.lenetlab.layers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;

/** {@code rbf}: one Euclidean radial basis function unit per class, with fixed centres. */
@Shorthand("targets")
@Doc("one unit per class: the squared distance to a fixed target (LeCun et al. 1998)")
record RbfLayer(
    @Doc("its name in tables") @Nullable String name,
    @Doc("lecun-1998, or one bitmap of # and . per class") @Default("lecun-1998") Bitmaps targets)
    implements LayerSpec {

  @Override
  public List<Op> lower(Shape input) {
    return List.of(new SquaredDistance(input, targets.targets()));
  }
}
