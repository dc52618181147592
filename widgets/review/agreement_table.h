// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableWidget>
#include <vector>

#include "widgets/review/agreement_row.h"

namespace gbs::widgets {

/// Who agrees with whom, and how far.
class AgreementTable : public QTableWidget {
    Q_OBJECT

 public:
    explicit AgreementTable(QWidget* parent = nullptr);

    void set_rows(const std::vector<AgreementRow>& rows);

 Q_SIGNALS:
    void disagreements_requested(const QStringList& people);

 private:
    std::vector<AgreementRow> rows_;
};

}  // namespace gbs::widgets
