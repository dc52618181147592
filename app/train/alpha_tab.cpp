// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/alpha_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStackedWidget>
#include <algorithm>

#include "app/session/sample_phrases.h"
#include "app/train/option_labels.h"
#include "app/train/preview_reader.h"
#include "core/base/error.h"
#include "training/alpha/alpha_generators.h"
#include "training/alpha/alpha_mix.h"
#include "widgets/plots/histogram_plot.h"
#include "widgets/tiles/image_tiles.h"

namespace gbs::app {

namespace {

constexpr training::AlphaKind kinds[] = {training::AlphaKind::perlin, training::AlphaKind::gaussian,
                                         training::AlphaKind::circle, training::AlphaKind::scale_shift,
                                         training::AlphaKind::half_plane};

QString to_name(training::AlphaKind kind) {
    return QString::fromStdString(training::alpha_name(kind));
}

QString option_prefix(const QString& generator) {
    return QStringLiteral("alpha.%1.").arg(generator);
}

QStringList sample_photos() {
    const QDir folder(sample_folder());
    QStringList paths;
    for (const QString& name :
         folder.entryList({QStringLiteral("*.jpg"), QStringLiteral("*.png")}, QDir::Files))
        paths << folder.filePath(name);
    return paths;
}

}  // namespace

AlphaTab::AlphaTab(QWidget* parent)
    : QWidget(parent),
      generator_(new QComboBox),
      pages_(new QStackedWidget),
      seed_(new QSpinBox),
      use_(new QPushButton(tr("&Use in New Run"))),
      problem_(new QLabel),
      tiles_(new widgets::ImageTiles),
      mix_(new widgets::ImageTiles),
      histogram_(new widgets::HistogramPlot(tr("α"))) {
    stage_.bind(set_);
    generator_->setObjectName(QStringLiteral("generator"));
    seed_->setObjectName(QStringLiteral("seed"));
    use_->setObjectName(QStringLiteral("use"));
    problem_->setObjectName(QStringLiteral("problem"));
    tiles_->setObjectName(QStringLiteral("tiles"));
    mix_->setObjectName(QStringLiteral("mix"));
    tiles_->setAccessibleName(tr("Two photos and their blend"));
    mix_->setAccessibleName(tr("Blends of a batch"));
    problem_->setWordWrap(true);
    problem_->hide();
    auto* const scroll = new QScrollArea;
    scroll->setWidget(make_form());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const top = new QHBoxLayout;
    top->addWidget(tiles_, 3);
    top->addWidget(histogram_, 1);
    auto* const pictures = new QVBoxLayout;
    pictures->addWidget(problem_);
    pictures->addLayout(top, 3);
    pictures->addWidget(mix_, 2);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(scroll);
    layout->addLayout(pictures, 1);
    scroll->setMinimumWidth(scroll->widget()->sizeHint().width() +
                            scroll->verticalScrollBar()->sizeHint().width());
    scroll->setFocusPolicy(Qt::NoFocus);
    connect(&studio_, &AlphaStudio::drawn, this, &AlphaTab::show_pictures);
    connect(use_, &QPushButton::clicked, this, [this] { Q_EMIT use_in_new_run(options()); });
    const QStringList samples = sample_photos();
    if (samples.size() > 1) set_photos(samples[0], samples[samples.size() - 1]);
    show_photo_names();
}

AlphaTab::~AlphaTab() = default;

QWidget* AlphaTab::make_form() {
    for (const training::AlphaKind kind : kinds) {
        generator_->addItem(alpha_title(to_name(kind)), to_name(kind));
        pages_->addWidget(make_options(to_name(kind)));
    }
    generator_->setToolTip(tr("Generator of the alpha map (section 4.4.3 of the paper)"));
    seed_->setRange(0, 999'999);
    seed_->setToolTip(tr("Random seed of the maps"));
    first_ = make_photo_button(photo1_, tr("Photo weighted by α"));
    second_ = make_photo_button(photo2_, tr("Photo weighted by 1 − α"));
    use_->setToolTip(tr("Copies these alpha options to the form of a new run"));
    auto* const form = new QFormLayout;
    form->addRow(tr("Generat&or"), generator_);
    form->addRow(pages_);
    form->addRow(tr("&Seed"), seed_);
    form->addRow(tr("Photo &1"), first_);
    form->addRow(tr("Photo &2"), second_);
    auto* const panel = new QWidget;
    auto* const column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(make_shares());
    column->addWidget(use_);
    column->addStretch();
    connect(generator_, &QComboBox::currentIndexChanged, this, [this](int index) {
        pages_->setCurrentIndex(index);
        draw();
    });
    connect(seed_, &QSpinBox::valueChanged, this, &AlphaTab::draw);
    return panel;
}

QWidget* AlphaTab::make_options(const QString& generator) {
    auto* const page = new QWidget;
    auto* const form = new QFormLayout(page);
    form->setContentsMargins(12, 0, 0, 0);
    for (const OptionInfo& info : set_.infos()) {
        const QString key = QString::fromStdString(info.key);
        if (!key.startsWith(option_prefix(generator)) || key.endsWith(QStringLiteral(".share"))) continue;
        const QString words = option_label(key), name = key.section(QLatin1Char('.'), -1);
        auto* const label = new QLabel(words.isEmpty() ? name : words);
        // With the key, as in files.
        label->setToolTip(key + QStringLiteral(": ") + QString::fromStdString(info.usage));
        form->addRow(label, make_editor(info));
    }
    return page;
}

QWidget* AlphaTab::make_shares() {
    auto* const box = new QGroupBox(tr("Shares of a batch"));
    box->setToolTip(tr(
        "Relative frequency of each generator; only the ratios matter. The lower row shows a sample batch."));
    auto* const form = new QFormLayout(box);
    for (const training::AlphaGenerator& generator : training::alpha_generators()) {
        const std::string key = std::string("alpha.") + generator.name + ".share";
        const auto info = std::find_if(set_.infos().begin(), set_.infos().end(),
                                       [&](const OptionInfo& known) { return known.key == key; });
        // Escape ampersands, which would become mnemonics.
        form->addRow(alpha_title(to_name(generator.kind)).replace(QLatin1Char('&'), QStringLiteral("&&")),
                     make_editor(*info));
    }
    return box;
}

QWidget* AlphaTab::make_editor(const OptionInfo& info) {
    const QString key = QString::fromStdString(info.key);
    const std::string value = set_.get(info.key);
    QWidget* editor = nullptr;
    if (info.type == OptionInfo::Type::boolean) {
        auto* const check = new QCheckBox;
        check->setChecked(value == "true");
        connect(check, &QCheckBox::toggled, this, [this, key](bool on) {
            apply_option(key, on ? QStringLiteral("true") : QStringLiteral("false"));
        });
        editor = check;
    } else if (info.type == OptionInfo::Type::integer) {
        auto* const spin = new QSpinBox;
        spin->setRange(static_cast<int>(info.minimum), static_cast<int>(info.maximum));
        spin->setValue(std::stoi(value));
        connect(spin, &QSpinBox::valueChanged, this,
                [this, key](int number) { apply_option(key, QString::number(number)); });
        editor = spin;
    } else {
        auto* const spin = new QDoubleSpinBox;
        const bool large = info.maximum - info.minimum > 20;
        spin->setDecimals(large ? 1 : 3);
        spin->setSingleStep(large ? 5 : 0.05);
        spin->setRange(info.minimum, info.maximum);
        spin->setValue(QString::fromStdString(value).toDouble());
        if (key.endsWith(QStringLiteral(".share"))) spin->setSuffix(tr(" %"));
        connect(spin, &QDoubleSpinBox::valueChanged, this, [this, key](double number) {
            apply_option(key, QString::number(number, 'g', QLocale::FloatingPointShortest));
        });
        editor = spin;
    }
    // A form that shrinks must not cut the number.
    editor->setMinimumWidth(editor->sizeHint().width());
    editor->setToolTip(QString::fromStdString(info.usage));
    editor->setAccessibleName(key);
    editor->setObjectName(key);
    keys_ << key;
    return editor;
}

QPushButton* AlphaTab::make_photo_button(QString& photo, const QString& tip) {
    auto* const button = new QPushButton;
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, [this, &photo] { choose_photo(photo); });
    return button;
}

void AlphaTab::choose_photo(QString& photo) {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a Photo"), QFileInfo(photo).absolutePath(),
        tr("Photos (%1)").arg(QStringLiteral("*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff")));
    if (path.isEmpty()) return;
    photo = path;
    show_photo_names();
    draw();
}

void AlphaTab::set_photos(const QString& first, const QString& second) {
    photo1_ = first;
    photo2_ = second;
    show_photo_names();
    draw();
}

void AlphaTab::show_photo_names() {
    const auto show = [this](QPushButton* button, const QString& photo) {
        const QString name = photo.isEmpty() ? tr("Choose…") : QFileInfo(photo).fileName();
        // Escape ampersands, which would become mnemonics.
        button->setText(fontMetrics()
                            .elidedText(name, Qt::ElideMiddle, 150)
                            .replace(QLatin1Char('&'), QStringLiteral("&&")));
    };
    show(first_, photo1_);
    show(second_, photo2_);
}

QVariantMap AlphaTab::options() const {
    QVariantMap options;
    for (const QString& key : keys_) options.insert(key, QString::fromStdString(set_.get(key.toStdString())));
    return options;
}

void AlphaTab::apply_option(const QString& key, const QString& value) {
    set_.set(key.toStdString(), value.toStdString());
    draw();
}

void AlphaTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    draw();
}

void AlphaTab::draw() {
    if (!isVisible()) return;
    AlphaRequest request;
    request.kind = training::alpha_kind(generator_->currentData().toString().toStdString());
    request.options = stage_.alpha;
    request.mix = training::alpha_mix(stage_.alpha);
    request.seed = seed_->value();
    request.photo1 = photo1_;
    request.photo2 = photo2_;
    request.id = ++last_request_;
    studio_.request(request);
}

void AlphaTab::show_pictures(const AlphaPictures& pictures) {
    QString problem = pictures.problem;
    if (problem.isEmpty() && pictures.mix.empty())
        problem = tr("All shares are 0. A run needs at least one positive share.");
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    use_->setEnabled(problem.isEmpty());
    if (pictures.problem.isEmpty()) show_tiles(pictures);
    if (pictures.id == last_request_) Q_EMIT refreshed();
}

void AlphaTab::show_tiles(const AlphaPictures& pictures) {
    const auto tile = [](const QString& title, const QString& name, const QImage& image, const QString& tip) {
        widgets::ImageTile made;
        made.title = title;
        made.name = name;
        made.image = image;
        made.tip = tip;
        return made;
    };
    std::vector<widgets::ImageTile> tiles{
        tile(tr("I<sub>1</sub>"), tr("I1"), pictures.photo1, tr("Photo weighted by α")),
        tile(tr("I<sub>2</sub>"), tr("I2"), pictures.photo2, tr("Photo weighted by 1 − α")),
        tile(tr("α"), tr("α"), pictures.first.alpha, tr("Weight of the first photo: white is 1, black is 0")),
        tile(tr("I<sub>b</sub>"), tr("Ib"), pictures.first.blend, tr("The blend: α I1 + (1 − α) I2"))};
    tiles[2].colors = widgets::ColorMap::grey;
    const QLocale locale;
    tiles[2].note =
        tr("mean %1, signal %2")
            .arg(locale.toString(pictures.mean, 'f', 2), locale.toString(pictures.signal, 'f', 2));
    tiles[2].tip += QLatin1Char('\n') +
                    tr("The signal is 2 Var α, the loss of a model that predicts the mean everywhere.");
    tiles_->set_tiles(std::move(tiles), 4);
    histogram_->set_parts(pictures.histogram);
    std::vector<widgets::ImageTile> mix;
    for (const AlphaPicture& picture : pictures.mix) {
        const QString title = alpha_title(to_name(picture.kind));
        mix.push_back(
            tile(title.toHtmlEscaped(), title, picture.blend, tr("A blend from a batch with these shares")));
    }
    mix_->set_tiles(std::move(mix), AlphaStudio::mix_count);
}

}  // namespace gbs::app
