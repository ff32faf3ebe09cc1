package org.mentoringcommons.survey.coding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mentoringcommons.survey.database.Statements;

/** Counts what coders did. */
@ApplicationScoped
class CodingSummaries {

    private static final String OTHER = "Other";
    private static final String OF_THE_ITEM =
            """
            from wave w join response r on r.tenant = w.tenant and r.wave = w.id
            where w.protocol = ? and r.research and jsonb_exists(r.texts, ?)""";
    private static final String PROGRESS =
            """
            select count(*), count(x.t), count(x.a), count(x.b), count(*) filter (where x.n > 1 and x.k is null),
                   count(x.k)
            from (select (select 1 from redacted_text t where t.tenant = r.tenant and t.response = r.id and t.item = ?) t,
                         (select 1 from text_coding c where c.tenant = r.tenant and c.response = r.id and c.item = ?
                                                        and c.coder = ?) a,
                         (select 1 from text_coding c where c.tenant = r.tenant and c.response = r.id and c.item = ?
                                                        and c.coder = ?) b,
                         (select count(*) from text_coding c where c.tenant = r.tenant and c.response = r.id
                                                               and c.item = ?) n,
                         (select 1 from text_consensus k where k.tenant = r.tenant and k.response = r.id and k.item = ?) k
                  %s) x"""
                    .formatted(OF_THE_ITEM);
    private static final String CONSENSUS =
            """
            select k.codes from text_consensus k join response r on r.tenant = k.tenant and r.id = k.response
              join wave w on w.tenant = r.tenant and w.id = r.wave
            where w.protocol = ? and k.item = ?""";
    private static final String PAIRS =
            """
            select a.codebook_key, a.codebook_version, x.codes, y.codes
            from text_coding a
              join text_coding b on b.tenant = a.tenant and b.response = a.response and b.item = a.item
                and b.coder <> a.coder and (b.codebook_key, b.codebook_version) = (a.codebook_key, a.codebook_version)
              join judgement x on x.tenant = a.tenant and x.response = a.response and x.item = a.item
                and x.owner = a.coder
              join judgement y on y.tenant = b.tenant and y.response = b.response and y.item = b.item
                and y.owner = b.coder
              join response r on r.tenant = a.tenant and r.id = a.response
              join wave w on w.tenant = r.tenant and w.id = r.wave
            where w.protocol = ? and a.item = ? and a.coder = ?""";

    private final Statements statements;
    private final Codebooks codebooks;

    CodingSummaries(Statements statements, Codebooks codebooks) {
        this.statements = statements;
        this.codebooks = codebooks;
    }

    long settled(UUID protocol, String item) {
        return statements.list(CONSENSUS, row -> true, protocol, item).size();
    }

    CodingSummary of(UUID protocol, String item, Assignment assignment, boolean foldSingletons) {
        String first = assignment.coders().get(0);
        String second = assignment.coders().get(1);
        List<Set<String>> settled =
                statements.list(CONSENSUS, row -> Set.copyOf(Statements.words(row, 1)), protocol, item);
        List<CodingSummary.Count> counts = counts(foldSingletons ? folded(settled) : settled);
        return statements
                .first(
                        PROGRESS,
                        row -> new CodingSummary(
                                item,
                                assignment.codebook(),
                                assignment.coders(),
                                row.getLong(1),
                                row.getLong(2),
                                List.of(row.getLong(3), row.getLong(4)),
                                row.getLong(5),
                                row.getLong(6),
                                counts,
                                counts.stream()
                                        .mapToLong(CodingSummary.Count::texts)
                                        .sum(),
                                agreement(protocol, item, first)),
                        item,
                        item,
                        first,
                        item,
                        second,
                        item,
                        item,
                        protocol,
                        item)
                .orElseThrow();
    }

    private static List<CodingSummary.Count> counts(List<Set<String>> texts) {
        Map<String, Long> counts = new TreeMap<>();
        texts.forEach(codes -> codes.forEach(code -> counts.merge(code, 1L, Math::addExact)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(count -> new CodingSummary.Count(count.getKey(), count.getValue()))
                .toList();
    }

    private static List<Set<String>> folded(List<Set<String>> texts) {
        Set<String> singletons = counts(texts).stream()
                .filter(count -> count.texts() == 1)
                .map(CodingSummary.Count::code)
                .collect(Collectors.toSet());
        return texts.stream()
                .map(codes -> codes.stream()
                        .map(code -> singletons.contains(code) ? OTHER : code)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private List<Agreement> agreement(UUID protocol, String item, String first) {
        Map<CodebookReference, List<Agreement.Pair>> byVersion = new LinkedHashMap<>();
        statements.list(
                PAIRS,
                row -> byVersion
                        .computeIfAbsent(
                                new CodebookReference(row.getString(1), row.getString(2)), none -> new ArrayList<>())
                        .add(new Agreement.Pair(Statements.words(row, 3), Statements.words(row, 4))),
                protocol,
                item,
                first);
        return byVersion.entrySet().stream()
                .map(pairs -> Agreement.of(pairs.getKey(), codes(pairs.getKey()), pairs.getValue()))
                .toList();
    }

    private List<String> codes(CodebookReference codebook) {
        return codebooks.find(codebook).orElseThrow().codes().stream()
                .map(Code::code)
                .toList();
    }
}
