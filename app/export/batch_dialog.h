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

/// Photos that an export may be of.
struct PhotoScope {
    QString name;  ///< "Photos in the list"
    QStringList photos;
};

/// What a BatchDialog asks for.
enum class BatchKind { maps, report };

/// Of which photos maps or a report are made, of which maps in which formats, and where they go. Remembers
/// the choices when it is accepted.
class BatchDialog : public QDialog {
    Q_OBJECT

 public:
    BatchDialog(BatchKind kind, const std::vector<PhotoScope>& scopes, int phrase_count,
                QWidget* parent = nullptr);

    const PhotoScope& scope() const;
    MapFilesOptions options() const;
    QString path() const { return path_->text(); }  ///< a folder, or the report's file
    QComboBox* scopes() const { return scope_; }
    QLineEdit* path_edit() const { return path_; }
    QCheckBox* format_box(MapFormat format) const { return formats_[static_cast<std::size_t>(format)]; }
    QCheckBox* map_box(MapKind kind) const { return maps_[static_cast<std::size_t>(kind)]; }
    QCheckBox* resume() const { return resume_; }
    QPushButton* export_button() const { return export_; }

 private:
    void build_choices();
    void choose_path();
    void refresh();
    void remember() const;

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
