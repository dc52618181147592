// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <vector>

#include "core/report/map_files.h"

namespace gbs::app {

/// A set of photos to export.
struct PhotoScope {
    QString name;  ///< "Photos in the list"
    QStringList photos;
};

/// What a BatchDialog exports.
enum class BatchKind { maps, report };

/// Asks for the photos, the maps and formats, and the destination of map files or a report. Saves the choices
/// when accepted.
class BatchDialog : public QDialog {
    Q_OBJECT

 public:
    BatchDialog(BatchKind kind, const std::vector<PhotoScope>& scopes, int phrase_count,
                QWidget* parent = nullptr);

    const PhotoScope& scope() const;
    MapFilesOptions options() const;
    QString path() const { return path_->text(); }  ///< a folder, or the report's file

 private:
    void build_choices();
    void choose_path();
    void refresh();
    void save_choices() const;

    BatchKind kind_;
    std::vector<PhotoScope> all_;
    int phrase_count_;
    QComboBox* scope_;
    std::array<QCheckBox*, all_map_kinds.size()> maps_{};
    std::array<QCheckBox*, all_map_formats.size()> formats_{};
    QCheckBox* resume_;
    QLineEdit* path_;
    QLabel* summary_;
    QPushButton* export_;
};

}  // namespace gbs::app
