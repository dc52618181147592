// SPDX-License-Identifier: GPL-3.0-or-later

#include "training/objective/photo_blend.h"

#include <QtTest>

#include "support/torch_compare.h"

using namespace gbs;
using namespace gbs::training;

/// Blends of photos and of their features.
class PhotoBlendTest : public QObject {
    Q_OBJECT

    /// Alpha is 1 in a rectangle that a shrunk photo is pasted into.
    static AlphaMap pasted(int size, PasteRectangle place) {
        AlphaMap map{size, std::vector<float>(static_cast<std::size_t>(size * size)), place};
        for (int y = place.y; y < place.y + place.height; ++y)
            for (int x = place.x; x < place.x + place.width; ++x)
                map.values[static_cast<std::size_t>(y * size + x)] = 1;
        return map;
    }

 private Q_SLOTS:
    void a_photo_without_a_rectangle_is_its_own_foreground() {
        const torch::Tensor photo = torch::rand({3, 8, 8});
        AlphaMap map{8, std::vector<float>(64, 0.5F), {}};
        COMPARE_TENSORS(foreground(photo, map), photo, 0);
        const torch::Tensor other = torch::rand({3, 8, 8});
        const torch::Tensor blend =
            blend_photos(photo.unsqueeze(0), other.unsqueeze(0), {map}, torch::full({1, 8, 8}, 0.25));
        COMPARE_TENSORS(blend[0], 0.25 * photo + 0.75 * other, 1e-6);
    }

    void a_photo_is_shrunk_into_its_rectangle() {
        // Left half black, right half white.
        const torch::Tensor photo = torch::cat({torch::zeros({3, 16, 8}), torch::ones({3, 16, 8})}, 2);
        const AlphaMap map = pasted(16, {4, 2, 8, 6});
        const torch::Tensor shown = foreground(photo, map);
        COMPARE_TENSORS(shown.narrow(1, 0, 2), torch::zeros({3, 2, 16}), 0);
        COMPARE_TENSORS(shown.narrow(1, 8, 8), torch::zeros({3, 8, 16}), 0);
        const torch::Tensor inside = shown.narrow(1, 2, 6).narrow(2, 4, 8);
        QVERIFY(inside.narrow(2, 0, 3).max().item<double>() < 0.01);
        QVERIFY(inside.narrow(2, 5, 3).min().item<double>() > 0.99);
    }

    void features_use_the_same_part() {
        const AlphaMap map = pasted(64, {16, 32, 32, 16});
        const torch::Tensor features = torch::ones({1, 5, 8, 8});
        torch::Tensor expected = torch::zeros({1, 5, 8, 8});
        expected.narrow(2, 4, 2).narrow(3, 2, 4).fill_(1);
        COMPARE_TENSORS(foregrounds(features, {map}), expected, 1e-6);
        // The coarsest level still shows it.
        QVERIFY(foregrounds(torch::ones({1, 5, 2, 2}), {map}).max().item<double>() == 1);
        // Rows without a rectangle are unchanged.
        const AlphaMap plain{64, std::vector<float>(64 * 64, 1), {}};
        const torch::Tensor two = torch::rand({2, 5, 8, 8});
        COMPARE_TENSORS(foregrounds(two, {map, plain})[1], two[1], 0);
    }

    void gradients_reach_the_shrunk_features() {
        const torch::Tensor features = torch::rand({1, 5, 8, 8}).requires_grad_();
        foregrounds(features, {pasted(64, {8, 8, 24, 24})}).sum().backward();
        QVERIFY(features.grad().abs().sum().item<double>() > 0);
    }

    void alpha_is_averaged_over_the_cells() {
        const torch::Tensor alpha = torch::tensor({{1.0F, 0.0F}, {1.0F, 1.0F}}).unsqueeze(0);
        COMPARE_TENSORS(area_average(alpha, torch::zeros({1, 3, 1, 1})), torch::full({1, 1, 1}, 0.75), 1e-6);
    }
};

QTEST_GUILESS_MAIN(PhotoBlendTest)
#include "photo_blend_test.moc"
