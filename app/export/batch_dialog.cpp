// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/export/batch_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace gbs::app {

namespace {

QString settings_key(const char* name) {
    return QStringLiteral("export/") + QLatin1String(name);
}

QString object_name(const char* group, std::string_view name) {
    return QStringLiteral("%1_%2")
        .arg(QLatin1String(group))
        .arg(QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
}

template <class Enum, std::size_t count>
QString join_checked(const std::array<QCheckBox*, count>& boxes, const std::array<Enum, count>& all,
                     std::string_view (*name_of)(Enum)) {
    QStringList names;
    for (std::size_t i = 0; i < count; ++i)
        if (boxes[i]->isChecked()) {
            const std::string_view name = name_of(all[i]);
            names << QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
        }
    return names.join(QLatin1Char(','));
}

template <class Enum>
bool is_listed(const QString& saved, Enum each, std::string_view (*name_of)(Enum)) {
    const std::string_view name = name_of(each);
    return saved.split(QLatin1Char(','))
        .contains(QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
}

}  // namespace

BatchDialog::BatchDialog(BatchKind kind, const std::vector<PhotoScope>& scopes, int phrase_count,
                         QWidget* parent)
    : QDialog(parent),
      kind_(kind),
      all_(scopes),
      phrase_count_(phrase_count),
      scope_(new QComboBox),
      resume_(new QCheckBox(tr("&Skip files already exported"))),
      path_(new QLineEdit),
      summary_(new QLabel) {
    setWindowTitle(kind == BatchKind::maps ? tr("Export Heatmaps") : tr("Export Report"));
    for (const PhotoScope& scope : all_)
        scope_->addItem(
            tr("%1 (%2)", "photos and how many").arg(scope.name, QLocale().toString(scope.photos.size())));
    scope_->setToolTip(tr("Photos to export"));
    build_choices();
    connect(this, &QDialog::accepted, this, &BatchDialog::save_choices);
    refresh();
}

void BatchDialog::build_choices() {
    scope_->setObjectName(QStringLiteral("scope"));
    path_->setObjectName(QStringLiteral("path"));
    const QSettings settings;
    const QString formats = settings.value(settings_key("formats"), QStringLiteral("png16,npy")).toString();
    const char* const maps_key = kind_ == BatchKind::report ? "report_maps" : "maps";
    const QString maps = settings.value(settings_key(maps_key), QStringLiteral("gbs,i2t,mean")).toString();
    const std::array map_texts{tr("H_GbS, the &decoder's map"), tr("H_i2t, &image to text"),
                               tr("&Mean of both")};
    const std::array format_texts{tr("&Overlay on the photo (PNG)"), tr("&16-bit PNG (0-65535 = 0-1)"),
                                  tr("&NumPy .npy (float32)")};
    auto* const map_group = new QGroupBox(tr("Maps"));
    auto* const format_group = new QGroupBox(tr("Files (at the photo's resolution)"));
    auto* const map_layout = new QVBoxLayout(map_group);
    auto* const format_layout = new QVBoxLayout(format_group);
    for (std::size_t i = 0; i < maps_.size(); ++i) {
        maps_[i] = new QCheckBox(map_texts[i]);
        maps_[i]->setObjectName(object_name("map", map_name(all_map_kinds[i])));
        maps_[i]->setChecked(is_listed(maps, all_map_kinds[i], map_name));
        map_layout->addWidget(maps_[i]);
        connect(maps_[i], &QCheckBox::toggled, this, &BatchDialog::refresh);
    }
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        formats_[i] = new QCheckBox(format_texts[i]);
        formats_[i]->setObjectName(object_name("format", format_name(all_map_formats[i])));
        formats_[i]->setChecked(is_listed(formats, all_map_formats[i], format_name));
        format_layout->addWidget(formats_[i]);
        connect(formats_[i], &QCheckBox::toggled, this, &BatchDialog::refresh);
    }
    resume_->setToolTip(tr("Skips files listed in the folder's maps.jsonl and writes only the missing ones"));
    resume_->setChecked(settings.value(settings_key("resume"), true).toBool());

    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    path_->setText(QDir::toNativeSeparators(
        kind_ == BatchKind::maps
            ? settings.value(settings_key("folder"), QString(documents + QStringLiteral("/heatmaps")))
                  .toString()
            : settings.value(settings_key("report"), QString(documents + QStringLiteral("/report.html")))
                  .toString()));
    path_->setMinimumWidth(320);
    path_->setToolTip(kind_ == BatchKind::maps ? tr("Destination folder")
                                               : tr("Destination file (HTML with embedded images)"));
    auto* const browse = new QToolButton;
    browse->setText(tr("…"));
    browse->setToolTip(tr("Choose the destination"));
    browse->setAccessibleName(browse->toolTip());
    auto* const path_row = new QHBoxLayout;
    path_row->addWidget(path_, 1);
    path_row->addWidget(browse);
    auto* const form = new QFormLayout;
    form->addRow(tr("&Photos"), scope_);
    auto* const path_label = new QLabel(kind_ == BatchKind::maps ? tr("&Folder") : tr("&File"));
    path_label->setBuddy(path_);
    form->addRow(path_label, path_row);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    export_ = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName(QStringLiteral("export"));
    summary_->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    for (QWidget* const part : std::initializer_list<QWidget*>{map_group, format_group, resume_}) {
        layout->addWidget(part);
        part->setVisible(kind_ == BatchKind::maps || part == map_group);
    }
    layout->addWidget(summary_);
    layout->addWidget(buttons);
    export_->setDefault(true);
    connect(browse, &QToolButton::clicked, this, &BatchDialog::choose_path);
    connect(path_, &QLineEdit::textChanged, this, &BatchDialog::refresh);
    connect(scope_, &QComboBox::currentIndexChanged, this, &BatchDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

const PhotoScope& BatchDialog::scope() const {
    return all_[static_cast<std::size_t>(std::max(0, scope_->currentIndex()))];
}

MapFilesOptions BatchDialog::options() const {
    MapFilesOptions options{.maps = {}, .formats = {}, .resume = resume_->isChecked()};
    for (std::size_t i = 0; i < maps_.size(); ++i)
        if (maps_[i]->isChecked()) options.maps.push_back(all_map_kinds[i]);
    for (std::size_t i = 0; i < formats_.size(); ++i)
        if (formats_[i]->isChecked()) options.formats.push_back(all_map_formats[i]);
    return options;
}

void BatchDialog::choose_path() {
    const QString chosen =
        kind_ == BatchKind::maps
            ? QFileDialog::getExistingDirectory(this, tr("Folder for the heatmaps"), path())
            : QFileDialog::getSaveFileName(this, tr("Report"), path(), tr("Reports (*.html)"), nullptr,
                                           QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty()) path_->setText(QDir::toNativeSeparators(chosen));
}

void BatchDialog::refresh() {
    const MapFilesOptions chosen = options();
    const qsizetype photos = scope().photos.size();
    const bool maps = kind_ == BatchKind::maps;
    const bool enough = !chosen.maps.empty() && (!maps || !chosen.formats.empty());
    export_->setEnabled(enough && photos > 0 && phrase_count_ > 0 && !path().trimmed().isEmpty());
    const QString counts = tr("%1, %2", "photos and phrases")
                               .arg(tr("%n photo(s)", nullptr, static_cast<int>(photos)),
                                    tr("%n phrase(s)", nullptr, phrase_count_));
    const auto kinds = static_cast<int>(chosen.maps.size() * chosen.formats.size());
    if (phrase_count_ == 0)
        summary_->setText(tr("No phrases yet. Type a phrase first."));
    else if (!enough)
        summary_->setText(maps ? tr("Choose at least one map and one file format.")
                               : tr("Choose at least one map."));
    else if (maps)
        summary_->setText(
            tr("%1: %n file(s)", nullptr, kinds * static_cast<int>(photos) * phrase_count_).arg(counts));
    else if (QFileInfo::exists(path()))
        summary_->setText(tr("%1. The file exists and will be replaced.").arg(counts));
    else
        summary_->setText(counts);
}

void BatchDialog::save_choices() const {
    QSettings settings;
    const QString path = QDir::fromNativeSeparators(path_->text().trimmed());
    const char* const maps = kind_ == BatchKind::report ? "report_maps" : "maps";
    settings.setValue(settings_key(maps), join_checked(maps_, all_map_kinds, map_name));
    if (kind_ == BatchKind::report) return settings.setValue(settings_key("report"), path);
    settings.setValue(settings_key("folder"), path);
    settings.setValue(settings_key("resume"), resume_->isChecked());
    settings.setValue(settings_key("formats"), join_checked(formats_, all_map_formats, format_name));
}

}  // namespace gbs::app
