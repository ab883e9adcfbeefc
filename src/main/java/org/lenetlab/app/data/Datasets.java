package org.lenetlab.app.data;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.PublishedDataset;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.plugin.Kind;
import org.lenetlab.plugin.Registry;

/** The datasets that consist of published files, by name. */
final class Datasets {
  record Named(String name, PublishedDataset dataset) {}

  private Datasets() {}

  static List<Named> all(Registry registry) {
    List<Named> all = new ArrayList<>();
    for (Kind<DatasetSpec> kind : registry.kinds(DatasetSpec.class)) {
      if (PublishedDataset.class.isAssignableFrom(kind.type())) {
        all.add(new Named(kind.name(), (PublishedDataset) kind.instance()));
      }
    }
    return all;
  }

  /**
   * Those called {@code names}; {@code all} names all.
   *
   * @throws UserException if there is no such dataset
   */
  static List<Named> called(List<String> names, Registry registry) {
    List<Named> all = all(registry);
    return names.equals(List.of("all"))
        ? all
        : names.stream().map(name -> called(name, all)).toList();
  }

  private static Named called(String name, List<Named> all) {
    List<String> known = all.stream().map(Named::name).toList();
    return all.stream()
        .filter(dataset -> dataset.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "there is no published dataset '"
                        + name
                        + "'"
                        + DidYouMean.question(name, known)
                        + "; there are "
                        + String.join(", ", known)));
  }
}
