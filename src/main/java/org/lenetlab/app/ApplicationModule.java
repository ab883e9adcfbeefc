package org.lenetlab.app;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import org.lenetlab.app.bench.BenchCommand;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.CommandRunner;
import org.lenetlab.app.cli.ExperimentKeys;
import org.lenetlab.app.cli.VersionCommand;
import org.lenetlab.app.command.CheckCommand;
import org.lenetlab.app.command.ListCommand;
import org.lenetlab.app.command.SchemaCommand;
import org.lenetlab.app.command.ShowCommand;
import org.lenetlab.app.completion.CompletionCommand;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.app.config.KeyPaths;
import org.lenetlab.app.config.Spelling;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.data.DataFetchCommand;
import org.lenetlab.app.data.DataShowCommand;
import org.lenetlab.app.data.DataVerifyCommand;
import org.lenetlab.app.describe.DescribeCommand;
import org.lenetlab.app.export.ExportCommand;
import org.lenetlab.app.fidelity.FidelityCommand;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.predict.PredictCommand;
import org.lenetlab.app.report.ReportCommand;
import org.lenetlab.app.reproduce.ReproduceCommand;
import org.lenetlab.app.run.RemoteRuns;
import org.lenetlab.app.run.RunCommand;
import org.lenetlab.app.studio.Networks;
import org.lenetlab.app.studio.StudioCommand;
import org.lenetlab.app.table.CompareCommand;
import org.lenetlab.app.table.QueryCommand;
import org.lenetlab.app.table.TableCommand;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.plugin.Kind;
import org.lenetlab.plugin.Registry;

/** The application's own bindings: the registry of what plugins add, and the commands. */
final class ApplicationModule extends AbstractModule {
  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();

    Multibinder.newSetBinder(binder(), new TypeLiteral<Kind<?>>() {}); // filled by plugins
    bind(Registry.class).asEagerSingleton();
    bind(BackendResolver.class);
    bind(Catalog.class).in(Singleton.class);
    bind(ExperimentReader.class).in(Singleton.class);
    bind(ExperimentKeys.class).to(KeyPaths.class);
    bind(KeyPaths.class);
    bind(ExperimentCheck.class);
    bind(RemoteRuns.class).in(Singleton.class);
    bind(Spelling.class);
    bind(TrainedRuns.class);
    bind(Networks.class);
    bind(CommandRunner.class);

    Multibinder<Command> commands = Multibinder.newSetBinder(binder(), Command.class);
    commands.addBinding().to(BenchCommand.class);
    commands.addBinding().to(CheckCommand.class);
    commands.addBinding().to(CompareCommand.class);
    commands.addBinding().to(CompletionCommand.class);
    commands.addBinding().to(DataFetchCommand.class);
    commands.addBinding().to(DataShowCommand.class);
    commands.addBinding().to(DataVerifyCommand.class);
    commands.addBinding().to(DescribeCommand.class);
    commands.addBinding().to(ExportCommand.class);
    commands.addBinding().to(FidelityCommand.class);
    commands.addBinding().to(ListCommand.class);
    commands.addBinding().to(PredictCommand.class);
    commands.addBinding().to(QueryCommand.class);
    commands.addBinding().to(ReportCommand.class);
    commands.addBinding().to(ReproduceCommand.class);
    commands.addBinding().to(RunCommand.class);
    commands.addBinding().to(SchemaCommand.class);
    commands.addBinding().to(ShowCommand.class);
    commands.addBinding().to(StudioCommand.class);
    commands.addBinding().to(TableCommand.class);
    commands.addBinding().to(VersionCommand.class);
  }
}
