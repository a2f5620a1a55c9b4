package io.github.bkerrcode.cli.command;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar, and the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        String java = System.getProperty("java.version") + ", " + System.getProperty("java.vm.name");
        return new String[] {"analyzer " + (version == null ? "(development)" : version) + " (Java " + java + ")"};
    }
}
