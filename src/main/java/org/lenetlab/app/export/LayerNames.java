package org.lenetlab.app.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lenetlab.api.network.Layer;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;

/** Reads {@code --name LAYER=NAME}, what a file shall call our layers. */
final class LayerNames {
  private LayerNames() {}

  /**
   * The other name of each layer that was given one.
   *
   * @throws UserException if one is not of this form, or there is no such layer
   */
  static Map<String, String> parse(List<String> pairs, Network network) {
    List<String> layers = network.layers().stream().map(Layer::name).toList();
    Map<String, String> names = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new UserException(
            "--name: expected LAYER=NAME, such as C1=conv1, not '" + pair + "'");
      }
      String layer = pair.substring(0, equals);
      if (!layers.contains(layer)) {
        throw new UserException(
            "--name: there is no layer "
                + layer
                + DidYouMean.question(layer, layers)
                + "; the layers are "
                + String.join(", ", layers));
      }
      names.put(layer, pair.substring(equals + 1));
    }
    return names;
  }
}
