package org.mentoringcommons.analytics.statistics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A kind of fixture, recognised by its files and their columns, never by its values, sizes or folder name. */
interface Study {
    Answers answers();

    static Optional<Study> in(Path folder) {
        if (Files.exists(folder.resolve("proportions.csv"))) {
            return Optional.of(new ProportionStudy(folder));
        }
        if (Files.exists(folder.resolve("codes.csv"))) {
            return Optional.of(new AgreementStudy(folder));
        }
        if (!Files.exists(folder.resolve("data.csv"))) {
            return Optional.empty();
        }
        Rows rows = Rows.of(folder.resolve("data.csv"));
        if (rows.has("pre", "post", "count")) {
            return Optional.of(new PairTableStudy(folder));
        }
        if (rows.has("mode", "career_stage")) {
            return Optional.of(new GroupStudy(rows));
        }
        if (rows.has("site", "mean_diff", "sd_diff")) {
            return Optional.of(new SiteStudy(rows));
        }
        if (rows.has("invited", "responded")) {
            return Optional.of(new ResponseRateStudy(rows));
        }
        if (rows.has("name", "p")) {
            return Optional.of(new MultiplicityStudy(rows));
        }
        if (rows.header().stream().anyMatch(name -> name.endsWith("_1_pre"))) {
            return Optional.of(new InstrumentStudy(rows));
        }
        if (rows.has("id") && rows.header().size() == 3) {
            return Optional.of(new PairStudy(rows));
        }
        if (rows.has("id") && rows.header().size() > 3) {
            return Optional.of(new WaveStudy(rows));
        }
        return Optional.empty();
    }
}
