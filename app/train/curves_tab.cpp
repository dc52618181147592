// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/train/curves_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSlider>
#include <QSplitter>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "app/base/task_queue.h"
#include "app/train/curve_export.h"
#include "app/train/curve_groups.h"
#include "widgets/style/heading.h"

namespace gbs::app {

namespace {

constexpr int narrow = 640, wide = 1200;  // pixels; limits of one, two and three plots per row
constexpr int side_width = 230;
constexpr QSize figure_size(720, 440);
constexpr int max_compared = 8;

QToolButton* menu_button(const QString& text, const QString& tip) {
    auto* const button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

CurvesTab::CurvesTab(QWidget* parent)
    : QWidget(parent),
      axis_(new QComboBox),
      smoothing_(new QSlider(Qt::Horizontal)),
      smoothing_value_(new QLabel),
      log_x_(new QCheckBox(tr("Log &x"))),
      log_y_(new QCheckBox(tr("Log &y"))),
      others_(new widgets::RunChecks),
      differences_title_(widgets::make_heading(tr("Different options"))),
      differences_(new QTableWidget),
      note_(new QLabel),
      scroll_(new QScrollArea) {
    note_->setWordWrap(true);
    note_->setForegroundRole(QPalette::PlaceholderText);
    note_->setText(tr("Choose a run to see its curves."));
    auto* const page = new QWidget;
    grid_ = new QGridLayout(page);
    grid_->setContentsMargins(4, 4, 4, 4);
    grid_->setSpacing(6);
    scroll_->setWidget(page);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(make_bar());
    layout->addWidget(note_);
    auto* const split = new QSplitter(Qt::Horizontal);
    split->addWidget(scroll_);
    split->addWidget(make_side());
    split->setStretchFactor(0, 1);
    split->setSizes({800, side_width});
    split->setChildrenCollapsible(false);
    layout->addWidget(split, 1);
    connect(&reader_, &CurveReader::read, this, &CurvesTab::take);
    connect(&reader_, &CurveReader::found_others, this, &CurvesTab::list_others);
    refresh_look();
}

QWidget* CurvesTab::make_bar() {
    axis_->setObjectName(QStringLiteral("axis"));
    smoothing_->setObjectName(QStringLiteral("smoothing"));
    log_y_->setObjectName(QStringLiteral("log_y"));
    axis_->addItem(tr("Step"));
    axis_->addItem(tr("Samples"));
    axis_->addItem(tr("Time"));
    axis_->setToolTip(
        tr("Unit of the horizontal axis: optimizer steps, pairs of photo and text, or time since the first "
           "logged step"));
    axis_->setAccessibleName(tr("Horizontal axis"));
    smoothing_->setRange(0, 99);
    smoothing_->setToolTip(
        tr("Weight of past values in the exponential moving average, 0 to 0.99. The raw curve stays "
           "visible."));
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setMinimumWidth(90);
    smoothing_->setMaximumWidth(160);
    log_x_->setToolTip(tr("Logarithmic horizontal axis"));
    log_y_->setToolTip(tr("Logarithmic vertical axes; zero and negative values are not drawn"));
    export_ = menu_button(tr("Expor&t"), tr("Exports the curves to a file"));
    add_export(export_->menu(), tr("Values as CSV…"), QStringLiteral("csv"));
    add_export(export_->menu(), tr("Image as PNG…"), QStringLiteral("png"));
    add_export(export_->menu(), tr("Vectors as PDF…"), QStringLiteral("pdf"));
    auto* const all = new QToolButton;
    all->setText(tr("Show &All"));
    all->setToolTip(tr("Shows the complete curves"));
    all->setFocusPolicy(Qt::StrongFocus);
    connect(all, &QToolButton::clicked, this, [this] {
        for (widgets::CurvePlot* const plot : plots_) plot->show_all();
    });
    connect(axis_, &QComboBox::currentIndexChanged, this, &CurvesTab::refresh_look);
    connect(smoothing_, &QSlider::valueChanged, this, &CurvesTab::refresh_look);
    connect(log_x_, &QCheckBox::toggled, this, &CurvesTab::refresh_look);
    connect(log_y_, &QCheckBox::toggled, this, &CurvesTab::refresh_look);
    auto* const bar = new QWidget;
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    auto* const axis_label = new QLabel(tr("&Over"));
    axis_label->setBuddy(axis_);
    auto* const smoothing_label = new QLabel(tr("&Smoothing"));
    smoothing_label->setBuddy(smoothing_);
    for (QWidget* const part : {static_cast<QWidget*>(axis_label), static_cast<QWidget*>(axis_),
                                static_cast<QWidget*>(smoothing_label), static_cast<QWidget*>(smoothing_),
                                static_cast<QWidget*>(smoothing_value_), static_cast<QWidget*>(log_x_),
                                static_cast<QWidget*>(log_y_)})
        row->addWidget(part);
    row->addStretch();
    for (QToolButton* const button : {all, export_}) row->addWidget(button);
    return bar;
}

void CurvesTab::add_export(QMenu* menu, const QString& text, const QString& ending) {
    connect(menu->addAction(text), &QAction::triggered, this, [this, ending] {
        QString path = QFileDialog::getSaveFileName(this, tr("Export Curves"),
                                                    QFileInfo(run_).fileName() + QLatin1Char('.') + ending,
                                                    QStringLiteral("*.") + ending);
        if (path.isEmpty()) return;
        if (QFileInfo(path).suffix().compare(ending, Qt::CaseInsensitive) != 0)
            path += QLatin1Char('.') + ending;
        export_to(path);
    });
}

QWidget* CurvesTab::make_side() {
    others_->setObjectName(QStringLiteral("others"));
    connect(others_, &widgets::RunChecks::checked_changed, this, &CurvesTab::set_compared);
    differences_->setObjectName(QStringLiteral("differences"));
    differences_->setAccessibleName(differences_title_->text());
    differences_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    differences_->setTabKeyNavigation(false);
    differences_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* const side = new QWidget;
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(6, 0, 0, 0);
    column->addWidget(widgets::make_heading(tr("Compare with")));
    column->addWidget(others_, 3);
    column->addWidget(differences_title_);
    column->addWidget(differences_, 2);
    show_differences({});
    return side;
}

void CurvesTab::list_others(const QStringList& others) {
    found_ = others;
    QStringList shown = others;
    for (const QString& folder : compared_)
        if (!shown.contains(folder)) shown << folder;
    others_->set_runs(shown, compared_);
}

void CurvesTab::compare_options() {
    const QStringList runs = QStringList(run_) + compared_;
    if (run_.isEmpty() || compared_.isEmpty()) return show_differences({});
    run_in_background(
        this, [runs] { return find_differences(runs); },
        [this, runs](const QVector<OptionDifference>& differences) {
            if (runs == QStringList(run_) + compared_) show_differences(differences);
        });
}

/// The options in rows, the runs in columns.
void CurvesTab::show_differences(const QVector<OptionDifference>& differences) {
    const bool any = !run_.isEmpty() && !compared_.isEmpty();
    differences_title_->setVisible(any);
    differences_->setVisible(any && !differences.isEmpty());
    differences_title_->setText(differences.isEmpty() ? tr("The options are the same")
                                                      : tr("Different options"));
    QStringList names;
    for (const QString& run : QStringList(run_) + compared_) names << QFileInfo(run).fileName();
    differences_->clear();
    differences_->setColumnCount(static_cast<int>(names.size()));
    differences_->setHorizontalHeaderLabels(names);
    differences_->setRowCount(static_cast<int>(differences.size()));
    for (int row = 0; row < differences.size(); ++row) {
        differences_->setVerticalHeaderItem(row, new QTableWidgetItem(differences[row].key));
        for (int column = 0; column < differences[row].values.size(); ++column) {
            auto* const cell = new QTableWidgetItem(differences[row].values[column]);
            cell->setToolTip(cell->text());
            differences_->setItem(row, column, cell);
        }
    }
}

void CurvesTab::set_run(const QString& folder) {
    if (folder == run_) return;
    run_ = folder;
    compared_.removeAll(folder);
    curves_.clear();
    refresh_plots();
    watch_runs();
    list_others({});
}

void CurvesTab::set_compared(const QStringList& folders) {
    compared_ = folders;
    compared_.removeAll(run_);
    if (compared_.size() > max_compared) {
        compared_ = compared_.mid(compared_.size() - max_compared);
        Q_EMIT message(widgets::Severity::info,
                       tr("At most %n run(s) can be compared with this run.", nullptr, max_compared));
    }
    list_others(found_);
    watch_runs();
}

void CurvesTab::watch_runs() {
    reader_.set_runs(run_.isEmpty() ? QStringList() : QStringList(run_) + compared_);
    compare_options();
}

void CurvesTab::take(const QVector<RunCurves>& curves) {
    curves_ = curves;
    refresh_plots();
    refresh_look();
}

void CurvesTab::refresh_plots() {
    const std::vector<CurveGroup> groups = group_curves(curves_);
    std::vector<widgets::CurvePlot*> shown;
    for (const CurveGroup& group : groups) {
        widgets::CurvePlot* const plot = plot_for(group.key, group.title);
        plot->set_lines(group.lines);
        shown.push_back(plot);
    }
    for (auto known = plot_of_.begin(); known != plot_of_.end();) {
        if (std::find(shown.begin(), shown.end(), known->second) != shown.end()) {
            ++known;
            continue;
        }
        if (alone_ == known->second) alone_ = nullptr;
        delete known->second;
        known = plot_of_.erase(known);
    }
    if (shown != plots_) {
        plots_ = std::move(shown);
        columns_ = 0;
        lay_out();
    }
    std::size_t damaged = 0;
    bool complete = true;
    for (const RunCurves& run : curves_) {
        damaged += run.damaged;
        complete = complete && run.complete;
    }
    QString note;
    if (run_.isEmpty())
        note = tr("Choose a run to see its curves.");
    else if (!complete)
        note = tr("Reading…");
    else if (plots_.empty() && !curves_.isEmpty())
        note = tr("This run has logged nothing yet.");
    else if (damaged > 0)
        note = tr("%n line(s) of the metrics could not be read.", nullptr, static_cast<int>(damaged));
    note_->setText(note);
    note_->setVisible(!note.isEmpty());
    export_->setEnabled(!plots_.empty());
}

widgets::CurvePlot* CurvesTab::plot_for(const QString& key, const QString& title) {
    widgets::CurvePlot*& plot = plot_of_[key];
    if (plot) return plot;
    plot = new widgets::CurvePlot(title);
    plot->setObjectName(key);
    connect(plot, &widgets::CurvePlot::view_changed, this, [this, plot](double low, double high) {
        for (widgets::CurvePlot* const other : plots_)
            if (other != plot) other->set_x_range(low, high);
    });
    connect(plot, &widgets::CurvePlot::all_shown, this, [this, plot] {
        for (widgets::CurvePlot* const other : plots_)
            if (other != plot) other->show_all();
    });
    connect(plot, &widgets::CurvePlot::cursor_moved, this, [this, plot](std::optional<double> x) {
        for (widgets::CurvePlot* const other : plots_)
            if (other != plot) other->set_cursor(x);
    });
    connect(plot, &widgets::CurvePlot::full_size_requested, this,
            [this, plot] { show_alone(alone_ ? nullptr : plot); });
    return plot;
}

void CurvesTab::refresh_look() {
    widgets::CurveLook look;
    look.axis = static_cast<widgets::CurveAxis>(std::max(0, axis_->currentIndex()));
    look.smoothing = smoothing_->value() / 100.0;
    look.log_x = log_x_->isChecked();
    look.log_y = log_y_->isChecked();
    for (const RunCurves& run : curves_)
        look.time_is_estimated = look.time_is_estimated || run.time_is_estimated;
    smoothing_value_->setText(QLocale().toString(look.smoothing, 'f', 2));
    for (widgets::CurvePlot* const plot : plots_) plot->set_look(look);
}

void CurvesTab::lay_out() {
    const int room = scroll_->viewport()->width();
    const int columns = alone_ || room < narrow ? 1 : room < wide ? 2 : 3;
    if (columns == columns_) return;
    columns_ = columns;
    while (QLayoutItem* const item = grid_->takeAt(0)) delete item;
    int place = 0;
    for (widgets::CurvePlot* const plot : plots_) {
        const bool shown = !alone_ || alone_ == plot;
        if (shown) {
            grid_->addWidget(plot, place / columns, place % columns);
            ++place;
        }
        plot->setVisible(shown);
        plot->set_full_size(alone_ == plot);
    }
    for (int column = 0; column < 3; ++column) grid_->setColumnStretch(column, column < columns ? 1 : 0);
}

/// Null: all plots again.
void CurvesTab::show_alone(widgets::CurvePlot* plot) {
    widgets::CurvePlot* const now = plot ? plot : alone_;
    alone_ = plot;
    columns_ = 0;
    lay_out();
    if (!now) return;
    now->setFocus();
    scroll_->ensureWidgetVisible(now);
}

void CurvesTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    reader_.set_watching(true);
}

void CurvesTab::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    reader_.set_watching(false);
}

void CurvesTab::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    lay_out();
}

void CurvesTab::export_to(const QString& path) {
    if (QFileInfo(path).suffix().compare(QStringLiteral("csv"), Qt::CaseInsensitive) == 0)
        write(path, [curves = curves_, path] { write_curves_csv(curves, path); });
    else
        collect_figures({}, path);
}

/// Draws one plot per turn of the event loop, since all at once would block the window.
void CurvesTab::collect_figures(std::vector<widgets::CurvePlot::Figure> figures, const QString& path) {
    if (figures.size() < plots_.size()) {
        figures.push_back(plots_[figures.size()]->figure(figure_size));
        QTimer::singleShot(0, this,
                           [this, figures = std::move(figures), path] { collect_figures(figures, path); });
        return;
    }
    write(path, [figures = std::move(figures), path] { write_curve_figures(figures, path); });
}

void CurvesTab::write(const QString& path, std::function<void()> work) {
    run_in_background(
        this, std::move(work),
        [this, path] {
            Q_EMIT message(widgets::Severity::info, tr("Curves exported to %1.").arg(path));
            Q_EMIT exported(path);
        },
        [this](const QString& reason) { Q_EMIT message(widgets::Severity::error, reason); });
}

}  // namespace gbs::app
