package org.mentoringcommons.provisioning.bulk;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringcommons.provisioning.hub.Hubs;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.keycloak.Accounts;
import org.mentoringcommons.provisioning.keycloak.KeycloakAway;
import org.mentoringcommons.provisioning.person.People;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;

/** Takes a file, whole or not at all. One at a time, so that what was found free stays free. */
@ApplicationScoped
class Importing {

    private final Imports imports;
    private final Institutions institutions;
    private final Hubs hubs;
    private final People people;
    private final Accounts accounts;
    private final AdvisoryLock lock;
    private final Validator validator;
    private final Clock clock;

    Importing(
            Imports imports,
            Institutions institutions,
            Hubs hubs,
            People people,
            Accounts accounts,
            AdvisoryLock lock,
            Validator validator,
            Clock clock) {
        this.imports = imports;
        this.institutions = institutions;
        this.hubs = hubs;
        this.people = people;
        this.accounts = accounts;
        this.lock = lock;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Reads a file and asks Keycloak about the people in it, which takes a while: so outside any transaction.
     *
     * @throws KeycloakAway if it cannot be asked; only where it must be
     */
    Read read(byte[] bytes, boolean peopleMustBeKnown) {
        Wrong wrong = new Wrong();
        ImportFile file = new ImportFile(bytes, validator, wrong);
        try {
            administrators(file).filter(line -> !wrong.isIn(line.number())).forEach(line -> accounts.objection(
                            line.institution().administrator().username(),
                            line.institution().administrator().email())
                    .ifPresent(refused -> wrong.line(line.number(), refused.field(), refused.getMessage())));
        } catch (RuntimeException failure) {
            if (peopleMustBeKnown || !KeycloakAway.isWhy(failure)) {
                throw failure;
            }
        }
        return new Read(file, wrong);
    }

    /** A file, and what is wrong with it so far. */
    record Read(ImportFile file, Wrong wrong) {}

    /**
     * @throws HttpProblem 400 with everything that is wrong
     */
    @Transactional
    ImportView check(Read read) {
        List<ImportLine> lines = checked(read);
        return new ImportView(
                null, ImportView.Progress.CHECKED, clock.instant(), lines.size(), Map.of(), Map.of(), List.of());
    }

    /**
     * @throws HttpProblem 400 with everything that is wrong; nothing was done then
     */
    @Transactional
    UUID take(Read read) {
        return imports.acceptedBefore().orElseGet(() -> {
            lock.take("bulk-import");
            return imports.accept(checked(read));
        });
    }

    private static Stream<ImportLine> administrators(ImportFile file) {
        return file.lines().stream().filter(line -> line.institution().administrator() != null);
    }

    private List<ImportLine> checked(Read read) {
        Wrong wrong = read.wrong();
        ImportFile file = read.file();
        SortedSet<String> aliases = new TreeSet<>();
        SortedSet<String> domains = new TreeSet<>();
        file.lines().forEach(line -> {
            aliases.add(line.institution().alias());
            domains.addAll(line.institution().domains());
        });
        institutions.hold(aliases, domains);
        Set<String> takenAliases = institutions.takenAliases(aliases);
        Set<String> takenDomains = institutions.takenDomains(domains);
        Set<String> reachedHubs = file.lines().stream()
                .map(line -> line.institution().hub())
                .distinct()
                .filter(hubs::isReached)
                .collect(Collectors.toSet());
        for (ImportLine line : file.lines()) {
            if (takenAliases.contains(line.institution().alias())) {
                wrong.line(line.number(), "alias", "is taken");
            }
            line.institution().domains().stream()
                    .filter(takenDomains::contains)
                    .forEach(
                            domain -> wrong.line(line.number(), "domains", domain + " belongs to another institution"));
            String hub = line.institution().hub();
            if (!hub.isBlank() && !reachedHubs.contains(hub)) {
                wrong.line(line.number(), "hub", "there is no such hub");
            }
        }
        administrators(file).filter(line -> !wrong.isIn(line.number())).forEach(line -> people.objectionOfNewcomers(
                        line.institution().administrator())
                .ifPresent(refused -> wrong.line(line.number(), refused.field(), refused.getMessage())));
        wrong.refuse();
        return file.lines();
    }
}
