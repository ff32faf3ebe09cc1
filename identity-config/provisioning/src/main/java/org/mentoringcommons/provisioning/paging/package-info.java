/** Lists in pages, each linking to the next. */
package org.mentoringcommons.provisioning.paging;
