/** Lists in pages, each linking to the next. */
package org.mentoringcommons.analytics.paging;
