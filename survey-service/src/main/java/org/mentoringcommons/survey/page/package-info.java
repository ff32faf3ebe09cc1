/** Lists that are read page by page, by cursor. */
package org.mentoringcommons.survey.page;
