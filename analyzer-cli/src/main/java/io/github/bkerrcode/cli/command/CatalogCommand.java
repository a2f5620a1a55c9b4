package io.github.bkerrcode.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code analyzer catalog}: commands about the catalog itself. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows, searches and hands on what the catalog holds; makes documents for it, and checks them.",
        footer = {"", "Examples:", "  analyzer catalog list | less", "  analyzer catalog search redis"})
final class CatalogCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new WrongArgumentException(
                spec.commandLine(),
                "缺少命令：catalog list、search、import、validate 或 export",
                "Missing command: catalog list, search, import, validate or export");
    }
}
