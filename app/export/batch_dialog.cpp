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

QString key_of(const char* name) {
    return QStringLiteral("export/") + QLatin1String(name);
}

template <class Enum, std::size_t count>
QString bits_of(const std::array<QCheckBox*, count>& boxes, const std::array<Enum, count>& all,
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
bool was_chosen(const QString& saved, Enum each, std::string_view (*name_of)(Enum)) {
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
      resume_(new QCheckBox(tr("&Go on where an earlier export ended"))),
      path_(new QLineEdit),
      summary_(new QLabel) {
    setWindowTitle(kind == BatchKind::maps ? tr("Export Heatmaps") : tr("Export Report"));
    for (const PhotoScope& scope : all_)
        scope_->addItem(
            tr("%1 (%2)", "photos and how many").arg(scope.name, QLocale().toString(scope.photos.size())));
    scope_->setToolTip(tr("The photos that are exported"));
    build_choices();
    connect(this, &QDialog::accepted, this, &BatchDialog::remember);
    refresh();
}

void BatchDialog::build_choices() {
    const QSettings settings;
    const QString formats = settings.value(key_of("formats"), QStringLiteral("png16,npy")).toString();
    const QString maps = settings.value(key_of("maps"), QStringLiteral("gbs,i2t,mean")).toString();
    const std::array map_texts{tr("H_GbS, the &decoder's map"), tr("H_i2t, &image to text"),
                               tr("&Mean of both")};
    const std::array format_texts{tr("&Overlay on the photo, PNG"), tr("&16-bit grey PNG, 65535 is 1"),
                                  tr("&NumPy .npy, float32")};
    auto* const map_group = new QGroupBox(tr("Maps"));
    auto* const format_group = new QGroupBox(tr("Files, at the photo's size in pixels"));
    auto* const map_layout = new QVBoxLayout(map_group);
    auto* const format_layout = new QVBoxLayout(format_group);
    for (std::size_t i = 0; i < maps_.size(); ++i) {
        maps_[i] = new QCheckBox(map_texts[i]);
        maps_[i]->setChecked(was_chosen(maps, all_map_kinds[i], map_name));
        map_layout->addWidget(maps_[i]);
        connect(maps_[i], &QCheckBox::toggled, this, &BatchDialog::refresh);
    }
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        formats_[i] = new QCheckBox(format_texts[i]);
        formats_[i]->setChecked(was_chosen(formats, all_map_formats[i], format_name));
        format_layout->addWidget(formats_[i]);
        connect(formats_[i], &QCheckBox::toggled, this, &BatchDialog::refresh);
    }
    resume_->setToolTip(tr("Keep what the folder's maps.jsonl lists and write only what is missing"));
    resume_->setChecked(settings.value(key_of("resume"), true).toBool());

    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    path_->setText(QDir::toNativeSeparators(
        kind_ == BatchKind::maps
            ? settings.value(key_of("folder"), QString(documents + QStringLiteral("/heatmaps"))).toString()
            : settings.value(key_of("report"), QString(documents + QStringLiteral("/report.html")))
                  .toString()));
    path_->setMinimumWidth(320);
    path_->setToolTip(kind_ == BatchKind::maps ? tr("The folder that takes the files")
                                               : tr("The HTML file; it holds its images"));
    auto* const browse = new QToolButton;
    browse->setText(tr("…"));
    browse->setToolTip(tr("Choose where to write"));
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
    summary_->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(form);
    for (QWidget* const part : std::initializer_list<QWidget*>{map_group, format_group, resume_}) {
        layout->addWidget(part);
        part->setVisible(kind_ == BatchKind::maps);
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
    MapFilesOptions options{{}, {}, resume_->isChecked()};
    for (const MapKind kind : all_map_kinds)
        if (map_box(kind)->isChecked()) options.maps.push_back(kind);
    for (const MapFormat format : all_map_formats)
        if (format_box(format)->isChecked()) options.formats.push_back(format);
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
    const bool enough = !maps || (!chosen.maps.empty() && !chosen.formats.empty());
    export_->setEnabled(enough && photos > 0 && phrase_count_ > 0 && !path().trimmed().isEmpty());
    const QString counts = tr("%1, %2", "photos and phrases")
                               .arg(tr("%n photo(s)", nullptr, static_cast<int>(photos)),
                                    tr("%n phrase(s)", nullptr, phrase_count_));
    const auto kinds = static_cast<int>(chosen.maps.size() * chosen.formats.size());
    if (phrase_count_ == 0)
        summary_->setText(tr("There is no phrase yet: type one first."));
    else if (!enough)
        summary_->setText(tr("Choose at least one map and one kind of file."));
    else if (maps)
        summary_->setText(tr("%1: %n file(s) a phrase and photo", nullptr, kinds).arg(counts));
    else if (QFileInfo::exists(path()))
        summary_->setText(tr("%1. The file is there already and will be replaced.").arg(counts));
    else
        summary_->setText(counts);
}

void BatchDialog::remember() const {
    QSettings settings;
    const QString path = QDir::fromNativeSeparators(path_->text().trimmed());
    if (kind_ == BatchKind::report) return settings.setValue(key_of("report"), path);
    settings.setValue(key_of("folder"), path);
    settings.setValue(key_of("resume"), resume_->isChecked());
    settings.setValue(key_of("formats"), bits_of(formats_, all_map_formats, format_name));
    settings.setValue(key_of("maps"), bits_of(maps_, all_map_kinds, map_name));
}

}  // namespace gbs::app
