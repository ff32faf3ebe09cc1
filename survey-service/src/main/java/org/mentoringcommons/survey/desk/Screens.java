package org.mentoringcommons.survey.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringcommons.survey.coding.Codebook;
import org.mentoringcommons.survey.coding.State;
import org.mentoringcommons.survey.coding.TextView;
import org.mentoringcommons.survey.redaction.Span;
import org.mentoringcommons.survey.redaction.Waiting;

/** Draws what a coder is to decide about. */
record Screens(Desk.Errand errand, UUID last) {

    Screen redact(Waiting text) {
        List<Screen.Part> parts = new ArrayList<>();
        int at = 0;
        for (Span span : text.suggestions()) {
            parts.add(new Screen.Part(text.text().substring(at, span.start()), null));
            parts.add(new Screen.Part(
                    text.text().substring(span.start(), span.end()),
                    span.start() + "-" + span.end() + "-" + span.kind().name()));
            at = span.end();
        }
        parts.add(new Screen.Part(text.text().substring(at), null));
        return screen("redact", text.response(), text.revision(), parts, text.rosterRead(), List.of(), List.of());
    }

    Screen code(TextView text, Codebook codebook) {
        return screen("code", text.response(), 0, words(text), true, choices(codebook, Set.of()), List.of());
    }

    /** What at least one of the two had is ticked. */
    Screen settle(TextView text, Codebook codebook, String coder) {
        Set<String> either = new HashSet<>();
        text.codings().values().forEach(either::addAll);
        List<Screen.View> views = text.codings().entrySet().stream()
                .map(codes -> new Screen.View(codes.getKey().equals(coder), codes.getValue()))
                .sorted(java.util.Comparator.comparing(view -> !view.mine()))
                .toList();
        return screen("settle", text.response(), 0, words(text), true, choices(codebook, either), views);
    }

    Screen done() {
        return screen("done", null, 0, List.of(), true, List.of(), List.of());
    }

    private static List<Screen.Part> words(TextView text) {
        return List.of(new Screen.Part(text.text(), null));
    }

    private static List<Screen.Choice> choices(Codebook codebook, Collection<String> ticked) {
        List<Screen.Choice> choices = new ArrayList<>();
        codebook.codes()
                .forEach(code -> choices.add(new Screen.Choice(
                        choices.size() + 1, code.code(), code.label(), ticked.contains(code.code()))));
        return choices;
    }

    private Screen screen(
            String kind,
            UUID text,
            int revision,
            List<Screen.Part> parts,
            boolean rosterRead,
            List<Screen.Choice> codes,
            List<Screen.View> views) {
        Map<String, Long> counts = new LinkedHashMap<>();
        errand.counts().forEach((state, count) -> counts.put(state.name().toLowerCase(java.util.Locale.ROOT), count));
        counts.put("waiting", errand.waiting());
        long all = errand.waiting()
                + errand.counts().values().stream().mapToLong(Long::longValue).sum();
        long done = errand.counts().get(State.CODED) + errand.counts().get(State.AGREED);
        return new Screen(
                kind,
                errand.of().protocol(),
                errand.of().item(),
                text,
                revision,
                parts,
                rosterRead,
                codes,
                views,
                last,
                done,
                all,
                counts);
    }
}
