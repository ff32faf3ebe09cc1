package org.mentoringcommons.survey.history;

import java.time.ZoneId;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.InstrumentReference;
import org.mentoringcommons.survey.protocol.Protocol;

/** What an import's lines are read by. */
record Frame(
        Mapping mapping, Protocol protocol, InstrumentReference instrument, Definition asked, ZoneId institution) {}
