package org.mentoringcommons.curriculum.certificate;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.mentoringcommons.curriculum.page.QrCode;

/** A certificate as it is printed. */
record CertificatePaper(
        String institution, String name, String workshop, String dates, String time, URI address, String picture) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.US);
    private static final int HOUR = 60;

    static CertificatePaper of(String name, URI address, Verification told) {
        return new CertificatePaper(
                told.institution(),
                name,
                told.workshop(),
                dates(told.from(), told.to()),
                time(told.minutes()),
                address,
                QrCode.picture(address));
    }

    static String dates(LocalDate from, LocalDate to) {
        return from.equals(to) ? DAY.format(from) : DAY.format(from) + " to " + DAY.format(to);
    }

    static String time(int minutes) {
        int hours = minutes / HOUR;
        int rest = minutes % HOUR;
        String whole = hours == 0 ? "" : hours + (hours == 1 ? " hour" : " hours");
        String more = rest == 0 ? "" : rest + (rest == 1 ? " minute" : " minutes");
        return (whole + " " + more).strip();
    }

    /** Everything on it that is not ours. */
    String texts() {
        return institution + name + workshop;
    }

    @Override
    public String toString() {
        return "a certificate"; // names stay out of logs
    }
}
