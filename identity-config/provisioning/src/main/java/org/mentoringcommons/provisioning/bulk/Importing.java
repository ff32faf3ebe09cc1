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
import org.mentoringcommons.provisioning.hub.Hubs;
import org.mentoringcommons.provisioning.institution.Institutions;
import org.mentoringcommons.provisioning.reconciliation.AdvisoryLock;

/** Takes a file, whole or not at all. One at a time, so that what was found free stays free. */
@ApplicationScoped
class Importing {

    private final Imports imports;
    private final Institutions institutions;
    private final Hubs hubs;
    private final AdvisoryLock lock;
    private final Validator validator;
    private final Clock clock;

    Importing(
            Imports imports,
            Institutions institutions,
            Hubs hubs,
            AdvisoryLock lock,
            Validator validator,
            Clock clock) {
        this.imports = imports;
        this.institutions = institutions;
        this.hubs = hubs;
        this.lock = lock;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * @throws HttpProblem 400 with everything that is wrong
     */
    @Transactional
    ImportView check(byte[] file) {
        List<ImportLine> lines = checked(file);
        return new ImportView(
                null, ImportView.Progress.CHECKED, clock.instant(), lines.size(), Map.of(), Map.of(), List.of());
    }

    /**
     * @throws HttpProblem 400 with everything that is wrong; nothing was done then
     */
    @Transactional
    UUID take(byte[] file) {
        return imports.acceptedBefore().orElseGet(() -> {
            lock.take("bulk-import");
            return imports.accept(checked(file));
        });
    }

    private List<ImportLine> checked(byte[] bytes) {
        Wrong wrong = new Wrong();
        ImportFile file = new ImportFile(bytes, validator, wrong);
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
        wrong.refuse();
        return file.lines();
    }
}
