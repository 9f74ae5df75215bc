/**
 * Datasets: what models were made from. Hindcast keeps where a dataset is and who answers for it, not the data itself.
 */
package org.hindcast.dataset;
