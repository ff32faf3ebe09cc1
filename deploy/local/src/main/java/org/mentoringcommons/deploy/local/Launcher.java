package org.mentoringcommons.deploy.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.ServiceLoader;

/** The command line of {@code deploy/up}, {@code deploy/down} and {@code deploy/token}. */
public final class Launcher {
    private Launcher() {}

    /** @param arguments root of the checkout, command, its options */
    public static void main(String[] arguments) throws IOException {
        Logging.quiet();
        try {
            Path repository = Settings.repositoryAround(Path.of(arguments[0]));
            String[] words = Arrays.copyOfRange(arguments, 1, arguments.length);
            CommandLine line = CommandLine.parse(repository, words);
            switch (line.command()) {
                case "up" -> {
                    if (line.detach()) {
                        Detached.start(line, words);
                    } else {
                        up(line);
                    }
                }
                case "down" -> down(line.settings().data());
                default -> System.out.println(token(line));
            }
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                System.err.println("    because: " + cause);
            }
            System.exit(1);
        }
    }

    private static void up(CommandLine line) throws IOException {
        Progress progress = new Progress(System.out);
        Settings settings = line.settings();
        Detached.Ready ready = new Detached.Ready(settings.data());
        Stack stack = new Stack(settings, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, progress), "stop"));
        stack.start();
        // only the one that has the folder now may take the sign away
        ready.no();
        describe(stack, line, progress);
        progress.say("ready; state and logs in " + settings.data());
        ready.yes();
        throw new LaunchFailure(stack.died().join());
    }

    private static void describe(Stack stack, CommandLine line, Progress progress) {
        StackFile file = new StackFile(line.settings().data());
        RunningStack running = stack.running();
        Demonstrated made = running.earlier().orElse(Demonstrated.NOTHING);
        file.write(running, made);
        boolean complete = line.settings().services().size() == Service.values().length;
        Optional<Demonstration> demonstration = line.empty() || !complete
                ? Optional.empty()
                : ServiceLoader.load(Demonstration.class).findFirst();
        if (demonstration.isPresent()) {
            made = demonstration.get().run(running, progress);
            file.write(running, made);
        }
        progress.show(new Signpost(running, line.settings(), made).text());
    }

    private static void stop(Stack stack, Progress progress) {
        if (stack.isOpen()) {
            progress.say("stopping");
            stack.close();
            progress.say("stopped");
        }
    }

    private static void down(Path data) {
        if (!Files.isDirectory(data)) {
            System.out.println("Nothing runs on " + data + ".");
            return;
        }
        Optional<StateFolder> idle = StateFolder.tryTake(data);
        if (idle.isPresent()) {
            try (StateFolder folder = idle.get()) {
                var left = Leftovers.end(data);
                Postgres.endOrphan(data.resolve("postgres"));
                System.out.println(
                        left.isEmpty()
                                ? "Nothing runs on " + data + "."
                                : "Ended what a killed run had left: " + String.join(", ", left) + ".");
            }
            return;
        }
        ProcessHandle launcher = StateFolder.holder(data)
                .orElseThrow(() -> new LaunchFailure(data + " is in use, but not by deploy/up."));
        launcher.destroy();
        launcher.onExit().join();
        System.out.println("Stopped.");
    }

    private static String token(CommandLine line) {
        Path data = line.settings().data();
        var file = new StackFile(data)
                .read()
                .orElseThrow(() -> new LaunchFailure("There is no stack.json in " + data + ": deploy/up makes it."));
        Demonstrated known = StackFile.demonstrated(file);
        Tokens tokens = new Tokens(URI.create(file.get("keycloak").asText()), Secrets.in(data));
        String name = line.name().orElseThrow();
        if (known.users().containsKey(name)) {
            Demonstrated.Person person = known.users().get(name);
            return tokens.ofPerson(person.username(), Optional.ofNullable(person.institution()));
        }
        if (known.portals().containsKey(name)) {
            Demonstrated.Portal portal = known.portals().get(name);
            return tokens.ofPortal(portal.clientId(), portal.institution());
        }
        throw new LaunchFailure("Nobody is called " + name + ". Users: "
                + String.join(", ", known.users().keySet()) + ". Portals: "
                + String.join(", ", known.portals().keySet()) + ".");
    }
}
