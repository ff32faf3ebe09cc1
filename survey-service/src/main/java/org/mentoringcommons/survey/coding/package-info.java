/** Free words become codes: two evaluators code apart, what they agree on is told to the other services. */
package org.mentoringcommons.survey.coding;
