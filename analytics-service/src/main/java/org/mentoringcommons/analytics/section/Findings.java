package org.mentoringcommons.analytics.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.cohort.CodedTexts;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.crosswalk.ModuleCrosswalk;
import org.mentoringcommons.analytics.response.Population.Consented;
import org.mentoringcommons.analytics.study.Study;
import org.mentoringcommons.analytics.study.Tables;

/** What a study found: its sections in the order of a paper, and what its figures are drawn from. */
public final class Findings {

    private final Study.Definition definition;
    private final Cohort cohort;
    private final Gathered gathered;
    private final Optional<ModuleCrosswalk> crosswalk;
    private final List<CodedSection> coded;
    private final Places places;
    private final List<Sample> samples;
    private final List<RatedSample> rated;
    private final List<Sites> sites;

    /**
     * Puts together what was read.
     *
     * @param definition what the study declared
     * @param cohort its workshops
     * @param gathered one pass over everybody's answers
     * @param coded reads the coded texts of an item
     * @param aliases of institutions, by id
     * @param crosswalk the declared one, if one is and it has arrived
     */
    public Findings(
            Study.Definition definition,
            Cohort cohort,
            Gathered gathered,
            Function<String, CodedTexts<Consented>> coded,
            Map<String, String> aliases,
            Optional<ModuleCrosswalk> crosswalk) {
        this.definition = definition;
        this.cohort = cohort;
        this.gathered = gathered;
        this.crosswalk = crosswalk;
        this.coded = definition.tables().coded().stream()
                .map(table -> new CodedSection(table.section(), coded.apply(table.item())))
                .toList();
        this.places = new Places(cohort);
        Everybody everybody = new Everybody(gathered, places);
        this.samples = IntStream.range(0, gathered.scales().size())
                .mapToObj(scale -> new Sample(everybody, scale))
                .toList();
        this.rated = IntStream.range(0, gathered.rated().size())
                .mapToObj(scale -> new RatedSample(everybody, scale))
                .toList();
        // each scale by itself, as many at a time as there are processors; what a sample found it keeps
        this.sites = samples.parallelStream()
                .map(sample -> new Sites(sample, aliases))
                .toList();
    }

    /** {@return the scales somebody could have a score on, in the declared order} */
    public List<Sample> samples() {
        return samples;
    }

    /** {@return the same scales by site} */
    public List<Sites> sites() {
        return sites;
    }

    /** {@return how often each rating was given to the items of a scale; at index 0, how often none was} */
    public Ratings ratings(Sample sample) {
        ItemTally tally = sample.items();
        return new Ratings(tally.thenRatings(), tally.nowRatings());
    }

    /**
     * Ratings of all items of a scale.
     *
     * @param before how often each rating was given before, by rating
     * @param now the same for now
     */
    public record Ratings(long[] before, long[] now) {}

    /** {@return every section that has something to say} */
    public List<Section> sections() {
        Tables tables = definition.tables();
        List<Section> sections = new ArrayList<>();
        sections.add(new WorkshopsSection(cohort).of(tables.workshops()));
        sections.add(new ResponseRateSection(cohort).build());
        for (int i = 0; i < tables.participants().size(); i++) {
            sections.add(new ParticipantsSection(
                            tables.participants().get(i),
                            gathered.participants().get(i))
                    .build());
        }
        sections.add(new Section(
                "satisfaction",
                "Satisfaction",
                gathered.satisfaction().stream().map(FavourableTally::row).toList()));
        coded.forEach(section -> sections.add(section.build()));
        if (!coded.isEmpty()) {
            sections.add(new CoderAgreementSection(coded).build());
        }
        sections.add(gains());
        if (!tables.scores().isEmpty()) {
            sections.add(
                    new ScoresSection(tables.scores(), rated, gathered.instruments()::gapOfRatedScale, validation())
                            .build());
        }
        sections.addAll(aboutScales().stream()
                .filter(section -> !section.rows().isEmpty())
                .toList());
        sections.add(new InstrumentsSection(definition, gathered.instruments(), places).build());
        return sections;
    }

    private Section gains() {
        Map<String, Sample> byKey = new LinkedHashMap<>();
        samples.forEach(sample -> byKey.put(sample.key(), sample));
        return new GainsSection(
                        definition.tables().gains(),
                        byKey,
                        gathered.instruments()::gapOfScale,
                        Set.copyOf(definition.family()),
                        definition.tests(),
                        validation())
                .build();
    }

    private List<String> validation() {
        return Caveat.validation(definition.inclusion().instruments(), gathered.instruments());
    }

    private Map<String, ItemTally> items() {
        return samples.stream().collect(Collectors.toMap(Sample::key, Sample::items));
    }

    private List<Section> aboutScales() {
        List<Section> sections = new ArrayList<>();
        sections.add(new ReliabilitySection(definition.tables().gains(), items()).build());
        comparisons(sections);
        sections.addAll(new ModeSection(samples).build());
        sections.add(new DoseSection(samples).build());
        sections.add(new ModulesSection(samples).build());
        if (definition.crosswalk() != null) {
            sections.add(new CompetencySection(
                            definition.crosswalk(),
                            crosswalk,
                            samples,
                            gathered.instruments(),
                            definition.inclusion().curricula())
                    .build());
        }
        sections.addAll(new SitesSection(sites).build());
        sections.add(new PublishedSection(samples).build());
        return sections;
    }

    private void comparisons(List<Section> to) {
        int byAnswer = 0;
        for (Compared compared : Compared.of(definition)) {
            int column = compared.item().isPresent() ? byAnswer++ : Groups.NONE;
            List<Split> splits = samples.parallelStream()
                    .map(sample -> new Split(
                            sample,
                            compared.groups(),
                            column == Groups.NONE
                                    ? sample.pairsByWorkshop(compared.groups(), compared.property())
                                    : sample.pairsByGroup(column)))
                    .toList();
            to.addAll(new SeveralGroups(compared, splits).build());
        }
    }
}
