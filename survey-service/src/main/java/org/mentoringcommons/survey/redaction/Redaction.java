package org.mentoringcommons.survey.redaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.mentoringcommons.survey.database.Statements;
import org.mentoringcommons.survey.institution.Institution;
import org.mentoringcommons.survey.institution.Institutions;
import org.mentoringcommons.survey.instrument.Violations;
import org.mentoringcommons.survey.invitation.Rosters;
import org.mentoringcommons.tenancy.Refusal;
import org.mentoringcommons.tenancy.TenantBinding;

/** Suggests what to take out of texts and keeps what people decide. */
@ApplicationScoped
public class Redaction {

    private static final Logger LOG = Logger.getLogger(Redaction.class);
    private static final String INSTITUTIONS = "select name from institution union all select alias from institution";

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_ALIAS = 4;

    private final Originals originals;
    private final Purge purge;
    private final Rosters rosters;
    private final Institutions institutions;
    private final Statements statements;
    private final TenantBinding binding;
    private final Clock clock;

    Redaction(
            Originals originals,
            Purge purge,
            Rosters rosters,
            Institutions institutions,
            Statements statements,
            TenantBinding binding,
            Clock clock) {
        this.originals = originals;
        this.purge = purge;
        this.rosters = rosters;
        this.institutions = institutions;
        this.statements = statements;
        this.binding = binding;
        this.clock = clock;
    }

    private record Read(List<Originals.Original> texts, List<String> institutions, Optional<String> alias) {}

    /**
     * Texts with what could lead to somebody. Names of rosters are read for it, looked for and kept nowhere. Outside of
     * any transaction: curriculum-service may take its time.
     */
    List<Waiting> list(String evaluator, Originals.Wanted wanted) {
        Read read = QuarkusTransaction.requiringNew()
                .call(() -> new Read(
                        originals.list(evaluator, wanted),
                        statements.list(INSTITUTIONS, row -> row.getString(1)),
                        institutions.find(binding.tenant().orElseThrow()).map(Institution::alias)));
        Map<UUID, Optional<Collection<String>>> people = new HashMap<>();
        for (Originals.Original text : read.texts()) {
            boolean away = people.values().stream().anyMatch(Optional::isEmpty); // one refusal is waited for, not each
            if (!people.containsKey(text.workshop())) {
                people.put(text.workshop(), away ? Optional.empty() : names(read.alias(), text.workshop()));
            }
        }
        KnownNames known = KnownNames.whole(read.institutions(), SHORTEST_ALIAS);
        Map<UUID, Suggestions> suggestions = new HashMap<>();
        people.forEach((workshop, names) -> suggestions.put(
                workshop, new Suggestions(KnownNames.ofPeople(names.orElse(List.of()), SHORTEST_NAME), known)));
        return read.texts().stream()
                .map(text -> new Waiting(
                        text.response(),
                        text.item(),
                        text.revision(),
                        text.text(),
                        suggestions.get(text.workshop()).in(text.text()),
                        people.get(text.workshop()).isPresent(),
                        text.redacted()))
                .toList();
    }

    /** The first of a protocol's answers to an item about which nobody has decided. */
    public Optional<Waiting> first(String evaluator, UUID protocol, String item) {
        return list(evaluator, new Originals.Wanted(protocol, null, item, false, null, null, 1)).stream()
                .findFirst();
    }

    /** One text of a protocol as it was written, without suggestions. */
    @Transactional
    public Optional<Waiting> find(String evaluator, String item, UUID response) {
        return originals
                .lock(evaluator, response, item)
                .map(text -> new Waiting(
                        text.response(), text.item(), text.revision(), text.text(), List.of(), false, text.redacted()));
    }

    /** How many there are. */
    public long waiting(String evaluator, UUID protocol, String item) {
        return originals.waiting(evaluator, protocol, item);
    }

    /**
     * Lets a text through to its coders without what is to go; again as long as the answer is there.
     *
     * @return what coders read
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 {@code text-not-found}; 409 {@code text-changed} since it
     *     was read; 400 {@code spans-unfit} naming each
     */
    @Transactional
    public String decide(UUID response, String item, String evaluator, Decision decision) {
        Originals.Original original = originals
                .lock(evaluator, response, item)
                .orElseThrow(() -> Refusal.notFound("text").problem());
        if (original.revision() != decision.revision()) {
            throw Refusal.conflict("text-changed", "The answer was corrected meanwhile")
                    .violation("revision", "is " + original.revision() + " now")
                    .problem();
        }
        Violations violations = Violations.none();
        Span.check(decision.spans(), original.text(), violations);
        if (!violations.isEmpty()) {
            throw Refusal.badRequest("spans-unfit", "These are no parts of the text")
                    .violations(violations.all())
                    .problem();
        }
        String redacted = Span.redact(original.text(), decision.spans());
        LocalDate today = today();
        originals.letThrough(original, redacted, evaluator, today);
        purge.later(binding.tenant().orElseThrow(), today);
        return redacted;
    }

    private LocalDate today() {
        return clock.instant()
                .atZone(institutions
                        .find(binding.tenant().orElseThrow())
                        .orElseThrow()
                        .timeZone())
                .toLocalDate();
    }

    private Optional<Collection<String>> names(Optional<String> alias, UUID workshop) {
        if (alias.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(rosters.names(alias.get(), workshop));
        } catch (IOException away) {
            LOG.debugf("a roster could not be read for suggestions (%s)", away.getClass());
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
