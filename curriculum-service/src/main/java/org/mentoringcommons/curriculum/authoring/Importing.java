package org.mentoringcommons.curriculum.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import org.mentoringcommons.audit.AuditTrail;
import org.mentoringcommons.audit.Deed;
import org.mentoringcommons.curriculum.catalog.Contents;
import org.mentoringcommons.curriculum.catalog.Drafted;
import org.mentoringcommons.curriculum.content.CurriculumPackage;
import org.mentoringcommons.curriculum.content.Faults;
import org.mentoringcommons.curriculum.content.Manifest;

/** Takes a package in as a draft: all of it or nothing, within the transaction under way. */
@ApplicationScoped
class Importing {

    private final Contents contents;
    private final AuditTrail trail;

    Importing(Contents contents, AuditTrail trail) {
        this.contents = contents;
        this.trail = trail;
    }

    ImportReport take(byte[] zip, boolean dryRun) {
        Faults faults = new Faults();
        CurriculumPackage whole =
                CurriculumPackage.read(ZipFiles.read(zip, faults), faults).orElse(null);
        if (whole != null) {
            contents.check(whole, faults);
        }
        if (faults.any()) {
            throw PackageProblem.malformed(faults);
        }
        return take(whole, dryRun);
    }

    ImportReport take(CurriculumPackage whole, boolean dryRun) {
        Manifest manifest = whole.manifest();
        String curriculum = manifest.curriculum().key();
        Drafted before = contents.drafted(curriculum, manifest.version());
        boolean same = before.isSame(whole.digest());
        if (before.isPublished() && !same) {
            throw PackageProblem.published(manifest.version());
        }
        if (!dryRun && !same) {
            contents.draft(whole);
            trail.record(
                    Deed.of("curriculum.imported", "curriculum", curriculum).detail("version " + manifest.version()));
        }
        return ImportReport.of(whole, before, dryRun);
    }
}
