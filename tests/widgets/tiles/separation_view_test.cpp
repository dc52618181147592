// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tiles/separation_view.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>
#include <QtTest>
#include <cmath>

#include "widgets/style/theme.h"

using namespace gbs;
using namespace gbs::widgets;

namespace {

QImage map_of(int width, const std::vector<int>& values) {
    QImage map(width, static_cast<int>(values.size()) / width, QImage::Format_Grayscale8);
    for (int y = 0; y < map.height(); ++y)
        for (int x = 0; x < width; ++x)
            map.scanLine(y)[x] = static_cast<uchar>(values[static_cast<std::size_t>(y * width + x)]);
    return map;
}

QImage photo_of(const QColor& color) {
    QImage photo(32, 32, QImage::Format_RGB32);
    photo.fill(color);
    return photo;
}

SeparationImages all_images() {
    SeparationImages images;
    images.photo1 = photo_of(Qt::red);
    images.photo2 = photo_of(Qt::blue);
    images.blend = photo_of(Qt::magenta);
    images.alpha = map_of(2, {255, 0, 255, 0});
    images.target1 = map_of(2, {255, 0, 255, 0});
    images.target2 = map_of(2, {0, 255, 0, 255});
    images.h1 = map_of(2, {204, 0, 255, 51});
    images.h2 = images.target2;
    images.hneg = map_of(2, {0, 0, 102, 0});
    images.hadv = map_of(2, {255, 255, 255, 255});
    images.text1 = QStringLiteral("A <b>dog</b>");
    images.text2 = QStringLiteral("a cat");
    images.text_neg = QStringLiteral("a boat");
    images.alpha_kind = QStringLiteral("Perlin");
    return images;
}

}  // namespace

class SeparationViewTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));  // texts have numbers
    }
    void errors_match_the_values() {
        const SeparationImages images = all_images();
        const QImage error = map_difference(images.h1, images.target1);
        QCOMPARE(qGray(error.pixel(0, 0)), 51);
        QCOMPARE(qGray(error.pixel(1, 1)), 51);
        QCOMPARE(qGray(error.pixel(0, 1)), 0);
        QVERIFY(std::abs(map_error(images.h1, images.target1) - 2 * 0.04 / 4) < 1e-9);
        QVERIFY(std::abs(map_mean(images.hneg) - 0.1) < 1e-9);
        QVERIFY(map_difference(images.h1, photo_of(Qt::red)).isNull());
        QVERIFY(std::isnan(map_error(images.h1, QImage())));
        QVERIFY(std::isnan(map_mean(QImage())));
    }

    void notes_state_the_expected_values() {
        SeparationView view;
        view.set_images(all_images());
        QVERIFY(view.lacks().isEmpty());
        const auto& tiles = view.tiles();
        QCOMPARE(tiles[SeparationView::error1].note, QStringLiteral("mean squared error 0.020"));
        QCOMPARE(tiles[SeparationView::error2].note, QStringLiteral("mean squared error 0.000"));
        QCOMPARE(tiles[SeparationView::hneg].note, QStringLiteral("mean 0.100, should be 0"));
        QVERIFY(!tiles[SeparationView::hneg].warns);
        QVERIFY(tiles[SeparationView::hadv].warns);  // white where it should be gray
        QCOMPARE(tiles[SeparationView::hneg].caption, QStringLiteral("a boat"));
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("H(Tneg), mean 0.100")));
    }

    void missing_images_are_reported() {
        SeparationImages images = all_images();
        images.hadv = images.target1 = QImage();
        SeparationView view;
        view.set_images(images);
        QCOMPARE(view.lacks(), QStringLiteral("This preview lacks α, its target and H without text."));
        QVERIFY(view.tiles()[SeparationView::error1].image.isNull());
        QVERIFY(view.tiles()[SeparationView::error1].note.isEmpty());
        view.set_images({});
        QVERIFY(view.lacks().contains(QStringLiteral("I1")));
    }

    void tiles_are_in_rows_and_show_their_values() {
        apply_theme(Theme::light);
        SeparationView view;
        view.resize(700, 620);
        view.show();
        view.set_images(all_images());
        QCOMPARE(view.image_rect(0).top(), view.image_rect(3).top());
        QVERIFY(view.image_rect(4).top() > view.image_rect(0).bottom());
        for (int i = 0; i < SeparationView::tile_count; ++i)
            QVERIFY(view.rect().contains(view.image_rect(i)));
        const QImage shot = view.grab().toImage();
        QCOMPARE(shot.pixelColor(view.image_rect(SeparationView::photo1).center()), QColor(Qt::red));
        const QRect map = view.image_rect(SeparationView::h1);
        const QPoint corner = map.topLeft() + QPoint(map.width() / 4, map.height() / 4);
        QCOMPARE(shot.pixelColor(corner), QColor(204, 204, 204));
        QHelpEvent help(QEvent::ToolTip, corner, view.mapToGlobal(corner));
        QApplication::sendEvent(&view, &help);
        QVERIFY(QToolTip::text().contains(QStringLiteral("Value 0.80")));
        QVERIFY(QToolTip::text().contains(QStringLiteral("<b>dog")));
    }

    void wide_widget_has_two_rows_of_larger_tiles() {
        SeparationView view;
        view.resize(700, 620);
        view.set_images(all_images());
        QCOMPARE(view.image_rect(SeparationView::h1).left(), view.image_rect(SeparationView::photo1).left());
        view.resize(1200, 400);
        QCOMPARE(view.image_rect(SeparationView::hadv).top(), view.image_rect(SeparationView::photo1).top());
        QCOMPARE(view.image_rect(SeparationView::error2).top(), view.image_rect(SeparationView::h1).top());
        QVERIFY(view.image_rect(SeparationView::h1).top() > view.image_rect(SeparationView::hneg).bottom());
        QVERIFY(view.image_rect(SeparationView::target1).left() >
                view.image_rect(SeparationView::h1).right());
        for (int i = 0; i < SeparationView::tile_count; ++i)
            QVERIFY(view.rect().contains(view.image_rect(i)));
        QVERIFY(view.minimumSizeHint().height() <= 400);
    }

    void right_to_left_starts_at_the_right() {
        SeparationView view;
        view.resize(700, 620);
        view.set_images(all_images());
        const int left = view.image_rect(0).left();
        view.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(view.image_rect(3).left(), left);
        QVERIFY(view.image_rect(0).left() > view.image_rect(1).left());
    }
};

QTEST_MAIN(SeparationViewTest)
#include "separation_view_test.moc"
