package org.lenetlab.app.data;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Examples;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.DownloadProgress;
import org.lenetlab.plugin.Registry;

/** {@code lenet data show}. */
public final class DataShowCommand implements Command {
  private static final String SPLIT = "split";
  private static final String PNG = "png";
  private static final String SVG = "svg";
  private static final int FILE_SCALE = 10;

  private final Registry registry;
  private final ExperimentReader reader;

  @Inject
  DataShowCommand(Registry registry, ExperimentReader reader) {
    this.registry = registry;
    this.reader = reader;
  }

  @Override
  public String name() {
    return "data show";
  }

  @Override
  public String summary() {
    return "Draws an image of a data set and prints its values";
  }

  @Override
  public String arguments() {
    return "NAME|FILE INDEX";
  }

  @Override
  public String example() {
    return "lenet data show mnist 0 --png five.png";
  }

  @Override
  public Options options() {
    Options options = DataOptions.addTo(new Options());
    options.addOption(ValueOption.of(SPLIT, "SPLIT", "training (the default) or test"));
    options.addOption(ValueOption.of(PNG, "FILE", "also writes the image as PNG"));
    return options.addOption(ValueOption.of(SVG, "FILE", "also writes the image as SVG"));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    List<String> words = line.getArgList();
    if (words.size() != 2) {
      throw new UserException(
          "expected a data set or an experiment file, and the number of an image:"
              + " lenet data show mnist 0");
    }
    Dataset dataset = load(words.getFirst(), line, console);
    String split = line.getOptionValue(SPLIT, "training");
    Examples examples = examples(dataset, split);
    int index = index(words.getLast(), examples.count());
    Picture picture = new Picture(examples.images(), index);
    int label = examples.label(index);
    String name = dataset.info().classes().get(label);
    console.println(
        console.styled(
            Style.BOLD,
            "%s, %s image %d: label %d%s, %s"
                .formatted(
                    dataset.info().title(),
                    split,
                    index,
                    label,
                    name.equals(Integer.toString(label)) ? "" : " (" + name + ")",
                    examples.images().shape())));
    PictureText.draw(picture, console);
    if (picture.hasBytes()) {
      PictureText.printValues(picture, console);
    }
    write(picture, line, console);
    return ExitCode.SUCCESS;
  }

  private Dataset load(String named, CommandLine line, Console console) {
    try (DownloadProgress progress = new DownloadProgress(console)) {
      if (named.endsWith(".yaml") || named.endsWith(".yml")) {
        Path file = Path.of(named);
        DatasetSpec spec = reader.read(file, List.of()).experiment().dataset().source();
        return spec.load(DataOptions.access(line, file, progress));
      }
      DataAccess access = DataOptions.access(line, Path.of(""), progress);
      return Datasets.called(List.of(named), registry).getFirst().dataset().load(access);
    }
  }

  private static Examples examples(Dataset dataset, String split) {
    return switch (split.toLowerCase(Locale.ROOT)) {
      case "training" -> dataset.training();
      case "test" -> dataset.test();
      default -> throw new UserException("--split: expected training or test, not '" + split + "'");
    };
  }

  private static int index(String word, int count) {
    if (!word.matches("[0-9]{1,9}") || Integer.parseInt(word) >= count) {
      throw new UserException(
          "expected the number of an image, 0 … " + (count - 1) + ", not '" + word + "'");
    }
    return Integer.parseInt(word);
  }

  private static void write(Picture picture, CommandLine line, Console console) {
    try {
      String png = line.getOptionValue(PNG);
      if (png != null) {
        try (OutputStream out = Files.newOutputStream(Path.of(png))) {
          ImageIO.write(picture.toImage(FILE_SCALE), "png", out);
        }
        console.println("written to " + png);
      }
      String svg = line.getOptionValue(SVG);
      if (svg != null) {
        Files.writeString(Path.of(svg), picture.toSvg(FILE_SCALE));
        console.println("written to " + svg);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
