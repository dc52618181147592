<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ColorBar</name>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>same scale</source>
        <translation>相同刻度</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>%1; values %2 to %3</source>
        <translation>%1；值 %2 到 %3</translation>
    </message>
</context>
<context>
    <name>FigureExportText</name>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation>峰值 %1，位于 (%2, %3)</translation>
    </message>
    <message>
        <source>Not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Nothing to draw. Open a photo first.</source>
        <translation>没有可绘制的内容。请先打开一张照片。</translation>
    </message>
    <message>
        <source>A figure of %1 × %2 pixels is too large. Choose a smaller size.</source>
        <translation>%1 × %2 像素的图过大。请选择较小的百分比。</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
</context>
<context>
    <name>FolderExportText</name>
    <message>
        <source>%1: “%2”: %3</source>
        <translation>%1：“%2”：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 张照片写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already existed.</source>
        <translation>
            <numerusform>其中 %n 张先前已存在。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) could not be grounded; see the log.</source>
        <translation>
            <numerusform>%n 项无法定位；请查看日志。</numerusform>
        </translation>
    </message>
    <message>
        <source>All files already exist.</source>
        <translation>所有文件先前均已存在。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>已将 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeatmapCanvas</name>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>combined</source>
        <translation>综合</translation>
    </message>
    <message>
        <source>phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>image to text</source>
        <translation>图像到文本</translation>
    </message>
    <message>
        <source>zero-shot, no H&lt;sub&gt;GbS&lt;/sub&gt;</source>
        <translation>零样本，没有 H&lt;sub&gt;GbS&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>box scores</source>
        <translation>检测框的得分</translation>
    </message>
    <message>
        <source>no phrase reaches %1; lower its threshold in the Layers panel</source>
        <translation>没有短语达到 %1：请在图层中降低其阈值</translation>
    </message>
    <message>
        <source>√(mean · detector)</source>
        <translation>√(均值 · 检测器)</translation>
    </message>
    <message>
        <source>the part that the phrase means</source>
        <translation>短语所指的部分</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>其余部分</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n photo(s)</source>
        <translation>
            <numerusform>已完成 %1 / %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>Waiting for other jobs</source>
        <translation>等待前面的任务</translation>
    </message>
    <message>
        <source>Canceling…</source>
        <translation>正在结束…</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Canceled. %1</source>
        <translation>已取消。%1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>已暂停。%1</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>OptionWords</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>对</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Start from the model</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Pretrained image encoder</source>
        <translation>预训练图像编码器</translation>
    </message>
    <message>
        <source>Weights of the image encoder</source>
        <translation>图像编码器权重</translation>
    </message>
    <message>
        <source>List of photos to use</source>
        <translation>所用照片列表</translation>
    </message>
    <message>
        <source>Archives of photos and captions</source>
        <translation>照片和描述的归档</translation>
    </message>
    <message>
        <source>Photos shuffled together</source>
        <translation>一起打乱的照片数</translation>
    </message>
    <message>
        <source>First photos only</source>
        <translation>仅用前几张照片</translation>
    </message>
    <message>
        <source>Reading threads</source>
        <translation>读取线程</translation>
    </message>
    <message>
        <source>Folder for encoded data</source>
        <translation>编码数据文件夹</translation>
    </message>
    <message>
        <source>Validation photos</source>
        <translation>验证照片</translation>
    </message>
    <message>
        <source>Validation phrases</source>
        <translation>验证短语</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Use every n-th phrase</source>
        <translation>每隔 n 个短语取一个</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>保存间隔</translation>
    </message>
    <message>
        <source>Checkpoints to keep</source>
        <translation>保留的检查点数</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>预览间隔</translation>
    </message>
    <message>
        <source>Previews to keep</source>
        <translation>保留的预览数</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>记录间隔</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>Levels of features</source>
        <translation>特征层级</translation>
    </message>
    <message>
        <source>Side of the input</source>
        <translation>输入边长</translation>
    </message>
    <message>
        <source>Width of the necks</source>
        <translation>颈部宽度</translation>
    </message>
    <message>
        <source>Attenuation by the text</source>
        <translation>文本衰减</translation>
    </message>
    <message>
        <source>Strength of the attenuation</source>
        <translation>衰减强度</translation>
    </message>
    <message>
        <source>Width of the decoder</source>
        <translation>解码器宽度</translation>
    </message>
    <message>
        <source>Levels that match the text</source>
        <translation>与文本匹配的层级</translation>
    </message>
    <message>
        <source>Average with the mirror image</source>
        <translation>与镜像求平均</translation>
    </message>
    <message>
        <source>Blur of the maps</source>
        <translation>热图模糊</translation>
    </message>
    <message>
        <source>Blur of H_GbS</source>
        <translation>H_GbS 模糊</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Side of the training photos</source>
        <translation>训练照片边长</translation>
    </message>
    <message>
        <source>Train the image encoder</source>
        <translation>训练图像编码器</translation>
    </message>
    <message>
        <source>Train the necks</source>
        <translation>训练颈部</translation>
    </message>
    <message>
        <source>Train the text projection</source>
        <translation>训练文本投影</translation>
    </message>
    <message>
        <source>Train the decoder</source>
        <translation>训练解码器</translation>
    </message>
    <message>
        <source>Keep encoded photos</source>
        <translation>保留已编码照片</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合方式</translation>
    </message>
    <message>
        <source>Smallest crop</source>
        <translation>最小裁剪</translation>
    </message>
    <message>
        <source>Stretch of crops</source>
        <translation>裁剪拉伸</translation>
    </message>
    <message>
        <source>Mirror images</source>
        <translation>镜像翻转</translation>
    </message>
    <message>
        <source>Swap "left" and "right"</source>
        <translation>交换“左”和“右”</translation>
    </message>
    <message>
        <source>Change of colors</source>
        <translation>颜色变化</translation>
    </message>
    <message>
        <source>Gray photos</source>
        <translation>灰度照片</translation>
    </message>
    <message>
        <source>Phrases instead of captions</source>
        <translation>用短语代替描述</translation>
    </message>
    <message>
        <source>Left out words</source>
        <translation>丢弃的词</translation>
    </message>
    <message>
        <source>Weight of the separation</source>
        <translation>分离损失权重</translation>
    </message>
    <message>
        <source>Weight of wrong texts</source>
        <translation>错误文本权重</translation>
    </message>
    <message>
        <source>Weight of missing texts</source>
        <translation>缺失文本权重</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教师</translation>
    </message>
    <message>
        <source>Close-ups per photo</source>
        <translation>每张照片的特写</translation>
    </message>
    <message>
        <source>Weight of the teacher's maps</source>
        <translation>教师热图权重</translation>
    </message>
    <message>
        <source>Weight of image to text</source>
        <translation>图像到文本权重</translation>
    </message>
    <message>
        <source>Ramp of the weights</source>
        <translation>权重渐增</translation>
    </message>
    <message>
        <source>Wrong texts</source>
        <translation>错误文本</translation>
    </message>
    <message>
        <source>Match of words and places</source>
        <translation>词与位置的匹配</translation>
    </message>
    <message>
        <source>Sum over words</source>
        <translation>词的汇总</translation>
    </message>
    <message>
        <source>Compare across processes</source>
        <translation>跨进程比较</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Train the temperature</source>
        <translation>训练温度</translation>
    </message>
    <message>
        <source>Share of Perlin noise</source>
        <translation>Perlin 噪声占比</translation>
    </message>
    <message>
        <source>Coarsest lattice</source>
        <translation>最粗网格</translation>
    </message>
    <message>
        <source>Finest lattice</source>
        <translation>最细网格</translation>
    </message>
    <message>
        <source>Fewest octaves</source>
        <translation>最少倍频</translation>
    </message>
    <message>
        <source>Most octaves</source>
        <translation>最多倍频</translation>
    </message>
    <message>
        <source>Strength of finer octaves</source>
        <translation>细倍频强度</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Threshold at the median</source>
        <translation>以中位数为阈值</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Share of Gaussians</source>
        <translation>高斯占比</translation>
    </message>
    <message>
        <source>Smallest spread</source>
        <translation>最小扩散</translation>
    </message>
    <message>
        <source>Largest spread</source>
        <translation>最大扩散</translation>
    </message>
    <message>
        <source>Share of circles</source>
        <translation>圆形占比</translation>
    </message>
    <message>
        <source>Smallest radius</source>
        <translation>最小半径</translation>
    </message>
    <message>
        <source>Largest radius</source>
        <translation>最大半径</translation>
    </message>
    <message>
        <source>Exchanged photos</source>
        <translation>互换的照片</translation>
    </message>
    <message>
        <source>Share of scale and shift</source>
        <translation>缩放平移占比</translation>
    </message>
    <message>
        <source>Smallest scale</source>
        <translation>最小缩放</translation>
    </message>
    <message>
        <source>Largest scale</source>
        <translation>最大缩放</translation>
    </message>
    <message>
        <source>Share of half-planes</source>
        <translation>半平面占比</translation>
    </message>
    <message>
        <source>Smallest offset</source>
        <translation>最小偏移</translation>
    </message>
    <message>
        <source>Largest offset</source>
        <translation>最大偏移</translation>
    </message>
    <message>
        <source>Hardest edge</source>
        <translation>最硬边缘</translation>
    </message>
    <message>
        <source>Softest edge</source>
        <translation>最软边缘</translation>
    </message>
    <message>
        <source>Share of adversarial alphas</source>
        <translation>对抗 alpha 占比</translation>
    </message>
    <message>
        <source>Adversarial steps</source>
        <translation>对抗步数</translation>
    </message>
    <message>
        <source>Adversarial rate</source>
        <translation>对抗步长</translation>
    </message>
    <message>
        <source>Share of recurrent alphas</source>
        <translation>循环 alpha 占比</translation>
    </message>
    <message>
        <source>Unblended photos</source>
        <translation>未混合照片</translation>
    </message>
    <message>
        <source>Blur of recurrent alphas</source>
        <translation>循环 alpha 模糊</translation>
    </message>
    <message>
        <source>Power of recurrent alphas</source>
        <translation>循环 alpha 幂次</translation>
    </message>
    <message>
        <source>Scale of recurrent alphas</source>
        <translation>循环 alpha 缩放</translation>
    </message>
    <message>
        <source>Maps of an averaged model</source>
        <translation>平均模型的热图</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Rate of the encoder</source>
        <translation>编码器学习率</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>最大梯度</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Decay every</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Precision of numbers</source>
        <translation>数值精度</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1: no map was computed. %2</source>
        <translation>%1：未生成热图。%2</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Grounding report</source>
        <translation>短语定位报告</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>at</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>incorrect</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>phrases, protocol</source>
        <translation>个短语，协议</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>生成工具</translation>
    </message>
    <message>
        <source>Colors of the maps, 0 to 1 in every photo</source>
        <translation>热图的颜色，每张照片均为 0 到 1</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>the decoder&apos;s map</source>
        <translation>解码器热图</translation>
    </message>
    <message>
        <source>image to text</source>
        <translation>图像到文本</translation>
    </message>
    <message>
        <source>geometric mean of both</source>
        <translation>两者的几何均值</translation>
    </message>
    <message>
        <source>colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Colors of each map, from its lowest to its highest value</source>
        <translation>每张图的颜色，从其最低值到最高值</translation>
    </message>
    <message>
        <source>Colors of the maps, from the lowest to the highest value of all maps of a photo</source>
        <translation>各图的颜色，从一张照片所有图的最低值到最高值</translation>
    </message>
    <message>
        <source>Colors of the maps, the same in every photo</source>
        <translation>各图的颜色，每张照片相同</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Photos in this report</source>
        <translation>本报告中的照片</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未评判</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>%1 % (%2–%3 %)</source>
        <translation>%1%（%2–%3%）</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
</context>
<context>
    <name>ReviewDatabase</name>
    <message>
        <source>%1: larger than the limit for reviews (1 GiB)</source>
        <translation>%1：超过评审文件的大小上限 (1 GiB)</translation>
    </message>
    <message>
        <source>%1: not a file of reviews</source>
        <translation>%1：其中的内容不是评审记录</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of GbS Explorer (format %2; this version supports %3). Update the program to review photos in this folder. The file was not changed.</source>
        <translation>%1 由较新版本的 GbS Explorer 创建（其格式为 %2，此版本支持到 %3）。请更新程序以判定此文件夹中的照片；该文件保持原样。</translation>
    </message>
    <message>
        <source>%1 was moved or deleted</source>
        <translation>%1 已被移动或删除</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>无法读取 %1</translation>
    </message>
</context>
<context>
    <name>ReviewStore</name>
    <message>
        <source>The reviews in %1 are damaged, and the file is read-only. %2 verdict(s) could be recovered.</source>
        <translation>%1 中的评审记录已损坏且无法写入；其中 %2 条判定可以读取。</translation>
    </message>
    <message>
        <source>%1 is read-only. Its reviews are saved in %2.</source>
        <translation>无法写入 %1：其评审记录保存在 %2 中。</translation>
    </message>
    <message>
        <source>%1. The file cannot be renamed either. Move it to review photos in %2.</source>
        <translation>%1。该文件也无法重命名：请将其移走，才能判定 %2 中的照片。</translation>
    </message>
    <message>
        <source>The reviews of this folder were damaged (%1). The file was renamed to %2, and %3 verdict(s) were recovered into a new file.</source>
        <translation>此文件夹的评审记录已损坏（%1）。原文件已保留为 %2；可读取的 %3 条判定已存入新文件。</translation>
    </message>
    <message>
        <source>Neither %1 nor %2 is writable. Make one of them writable or free some space.</source>
        <translation>%1 和 %2 均无法写入：请将其中之一设为可写，或释放一些空间。</translation>
    </message>
    <message>
        <source>%1 no longer exists. Its reviews are saved in %2.</source>
        <translation>%1 已不存在：其评审记录保存在 %2 中。</translation>
    </message>
    <message>
        <source>All reviews of the folder were saved again in %1.</source>
        <translation>此文件夹的所有评审记录已重新保存到 %1。</translation>
    </message>
    <message>
        <source>The reviews in %1 were moved to %2. The old file is now %3.</source>
        <translation>原先保存在 %1 中的评审记录现已移至 %2。旧文件为 %3。</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped unexpectedly</source>
        <translation>意外停止</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Fork it with a smaller batch or input_size; the same values would fail again.</source>
        <translation>请用较小的 batch 或 input_size 派生：相同的数值会再次失败。</translation>
    </message>
    <message>
        <source>Fork it from its last good checkpoint with a lower optimizer.learning_rate, or with optimizer.clip set.</source>
        <translation>请从最后一个正常的检查点派生，并降低 optimizer.learning_rate 或设置 optimizer.clip。</translation>
    </message>
    <message>
        <source>Free disk space, then continue.</source>
        <translation>请先释放磁盘空间，然后继续。</translation>
    </message>
    <message>
        <source>Continue resumes from the checkpoint at step %1.</source>
        <translation>“继续”会从第 %1 步的检查点接着训练。</translation>
    </message>
    <message>
        <source>There is no checkpoint yet; Continue starts at the first step.</source>
        <translation>还没有检查点：“继续”会从第一步开始。</translation>
    </message>
    <message>
        <source>PID %1 on %2</source>
        <translation>%2 上的 PID %1</translation>
    </message>
    <message>
        <source>process unknown</source>
        <translation>进程未知</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <translation>在 %1 上：%2。</translation>
    </message>
    <message>
        <source>The trainer was started and has not reported yet.</source>
        <translation>训练程序已启动，尚未报告任何信息。</translation>
    </message>
    <message>
        <source>Running (%1).</source>
        <translation>运行中（%1）。</translation>
    </message>
    <message>
        <source>The trainer is paused (%1); Resume continues it.</source>
        <translation>训练程序正在等待（%1）；“恢复”可使其继续。</translation>
    </message>
    <message>
        <source>Stopped before its last step.</source>
        <translation>在最后一步之前结束。</translation>
    </message>
    <message>
        <source>All steps are done. Continue trains more steps.</source>
        <translation>所有步数均已完成。“继续”会训练更多步。</translation>
    </message>
    <message>
        <source>Stopped unexpectedly (killed or out of memory; %1).</source>
        <translation>意外停止（被终止或内存不足；%1）。</translation>
    </message>
    <message>
        <source>Its last heartbeat was at %1.</source>
        <translation>最后一次报告的时间是 %1。</translation>
    </message>
</context>
<context>
    <name>gbs::app::AboutDialog</name>
    <message>
        <source>Third-Party &amp;Notices…</source>
        <translation>第三方声明(&amp;N)…</translation>
    </message>
    <message>
        <source>Licenses and origins of the parts of other authors</source>
        <translation>其他作者的组件的许可证和来源</translation>
    </message>
    <message>
        <source>Third-Party Notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Copy Diagnostics</source>
        <translation>复制诊断信息(&amp;C)</translation>
    </message>
    <message>
        <source>About GbS Explorer</source>
        <translation>关于 GbS Explorer</translation>
    </message>
    <message>
        <source>GbS Explorer %1</source>
        <translation>GbS Explorer %1</translation>
    </message>
    <message>
        <source>Shows where a phrase is in a photo. Trained only on photos and their captions.</source>
        <translation>查看短语在照片中的位置，仅凭照片和图片说明学习而来。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>License</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Free software, GPL-3.0-or-later</source>
        <translation>自由软件，GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Copies versions, devices, settings and the last log lines for a bug report</source>
        <translation>版本、设备、设置以及日志的最后几行，用于报告故障</translation>
    </message>
    <message>
        <source>Collecting…</source>
        <translation>正在收集…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>gbs::app::ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <comment>tool tip and its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>gbs::app::AlphaTab</name>
    <message>
        <source>&amp;Use in New Run</source>
        <translation>用于新的运行(&amp;U)</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Two photos and their blend</source>
        <translation>两张照片及其混合图</translation>
    </message>
    <message>
        <source>Blends of a batch</source>
        <translation>一个批次的混合图</translation>
    </message>
    <message>
        <source>Generator of the alpha map (section 4.4.3 of the paper)</source>
        <translation>上方的 alpha 图如何生成（论文第 4.4.3 节）</translation>
    </message>
    <message>
        <source>Random seed of the maps</source>
        <translation>相同的选项配以其他种子会绘制出不同的图</translation>
    </message>
    <message>
        <source>Photo weighted by α</source>
        <translation>α 所显示的照片</translation>
    </message>
    <message>
        <source>Photo weighted by 1 − α</source>
        <translation>1 − α 所显示的照片</translation>
    </message>
    <message>
        <source>Copies these alpha options to the form of a new run</source>
        <translation>将这些 alpha 选项带入新运行的表单</translation>
    </message>
    <message>
        <source>Generat&amp;or</source>
        <translation>生成器(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>种子(&amp;S)</translation>
    </message>
    <message>
        <source>Photo &amp;1</source>
        <translation>照片 &amp;1</translation>
    </message>
    <message>
        <source>Photo &amp;2</source>
        <translation>照片 &amp;2</translation>
    </message>
    <message>
        <source>Shares of a batch</source>
        <translation>在批次中的份额</translation>
    </message>
    <message>
        <source>Relative frequency of each generator; only the ratios matter. The lower row shows a sample batch.</source>
        <translation>各生成器出现的频率；只看比例。下面一行显示这样的一个批次。</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Choose a Photo</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Photos (%1)</source>
        <translation>照片 (%1)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>All shares are 0. A run needs at least one positive share.</source>
        <translation>所有份额均为 0：运行至少需要一个不为 0 的份额。</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;1&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;1&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>I1</source>
        <translation>I1</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;2&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;2&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>I2</source>
        <translation>I2</translation>
    </message>
    <message>
        <source>Weight of the first photo: white is 1, black is 0</source>
        <translation>第一张照片所占的比例：白色表示全部</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;b&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;b&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>Ib</source>
        <translation>Ib</translation>
    </message>
    <message>
        <source>The blend: α I1 + (1 − α) I2</source>
        <translation>混合图：α I1 + (1 − α) I2</translation>
    </message>
    <message>
        <source>mean %1, signal %2</source>
        <translation>均值 %1，信号 %2</translation>
    </message>
    <message>
        <source>The signal is 2 Var α, the loss of a model that predicts the mean everywhere.</source>
        <translation>信号为 2 Var α，即处处输出均值的模型的损失。</translation>
    </message>
    <message>
        <source>A blend from a batch with these shares</source>
        <translation>按这些份额组成的批次中的一幅混合图</translation>
    </message>
</context>
<context>
    <name>gbs::app::BatchDialog</name>
    <message>
        <source>&amp;Skip files already exported</source>
        <translation>跳过已导出的文件(&amp;S)</translation>
    </message>
    <message>
        <source>Export Heatmaps</source>
        <translation>导出热图</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>photos and how many</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Photos to export</source>
        <translation>要导出的照片</translation>
    </message>
    <message>
        <source>H_GbS, the &amp;decoder&apos;s map</source>
        <translation>H_GbS，解码器热图(&amp;D)</translation>
    </message>
    <message>
        <source>H_i2t, &amp;image to text</source>
        <translation>H_i2t，图像到文本(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Mean of both</source>
        <translation>两者的均值(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Overlay on the photo (PNG)</source>
        <translation>叠加在照片上，PNG(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;16-bit PNG (0-65535 = 0-1)</source>
        <translation>&amp;16 位 PNG（0-65535 = 0-1）</translation>
    </message>
    <message>
        <source>&amp;NumPy .npy (float32)</source>
        <translation>&amp;NumPy .npy，float32</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Files (at the photo&apos;s resolution)</source>
        <translation>文件，像素尺寸与照片相同</translation>
    </message>
    <message>
        <source>Skips files listed in the folder&apos;s maps.jsonl and writes only the missing ones</source>
        <translation>保留文件夹的 maps.jsonl 中列出的内容，只写入缺少的部分</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Destination file (HTML with embedded images)</source>
        <translation>HTML 文件；图像包含在其中</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the destination</source>
        <translation>选择写入位置</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Folder for the heatmaps</source>
        <translation>存放热图的文件夹</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Reports (*.html)</source>
        <translation>报告 (*.html)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>photos and phrases</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n 个短语</numerusform>
        </translation>
    </message>
    <message>
        <source>No phrases yet. Type a phrase first.</source>
        <translation>还没有短语：请先输入一个。</translation>
    </message>
    <message>
        <source>Choose at least one map and one file format.</source>
        <translation>请至少选择一种热图和一种文件类型。</translation>
    </message>
    <message>
        <source>%1. The file exists and will be replaced.</source>
        <translation>%1。该文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>Choose at least one map.</source>
        <translation>请至少选择一种热图。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n file(s)</source>
        <translation>
            <numerusform>%1：%n 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkController</name>
    <message>
        <source>Benchmark</source>
        <translation>基准测试</translation>
    </message>
    <message>
        <source>Next P&amp;hrase of the Result</source>
        <translation>结果中的下一个短语(&amp;H)</translation>
    </message>
    <message>
        <source>Step through the phrases listed in the benchmark panel</source>
        <translation>逐个查看基准测试面板列出的短语</translation>
    </message>
    <message>
        <source>Previous Phra&amp;se of the Result</source>
        <translation>结果中的上一个短语(&amp;S)</translation>
    </message>
    <message>
        <source>%1 has been scored. The scores of all phrases are in %2.</source>
        <translation>%1 已评分；短语在 %2 中。</translation>
    </message>
    <message>
        <source>Stopped. The scores so far are saved; Resume continues.</source>
        <translation>已停止。已评分的内容会保留；点“继续”接着进行。</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>正在查看 %1…</translation>
    </message>
    <message>
        <source>Open Results</source>
        <translation>每个短语的得分</translation>
    </message>
    <message>
        <source>Results (%1)</source>
        <translation>结果 (%1)</translation>
    </message>
    <message>
        <source>Cannot create %1. Choose another file for the scores.</source>
        <translation>无法创建 %1；请为得分另选位置</translation>
    </message>
    <message>
        <source>The open benchmark does not contain the photo %1. Open its benchmark to see it.</source>
        <translation>照片 %1 不在当前打开的基准测试中；要查看它请打开其文件夹</translation>
    </message>
    <message>
        <source>the benchmark %1</source>
        <translation>基准测试 %1</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkForm</name>
    <message>
        <source>&amp;Open Benchmark…</source>
        <translation>打开基准测试(&amp;O)…</translation>
    </message>
    <message>
        <source>Add &amp;Model…</source>
        <translation>添加模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Add &amp;Boxes…</source>
        <translation>添加框(&amp;B)…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Also wri&amp;te a report</source>
        <translation>同时写报告(&amp;T)</translation>
    </message>
    <message>
        <source>A dataset in its original layout: %1, or a folder with phrases in a TSV or JSONL file</source>
        <translation>按作者发布的形式使用的数据集：%1，或含有短语 TSV 或 JSONL 文件的文件夹</translation>
    </message>
    <message>
        <source>Split of the benchmark</source>
        <translation>基准测试的一部分</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Scores only the first phrases (0: all)</source>
        <translation>只为前若干个短语评分；0：全部</translation>
    </message>
    <message>
        <source>Maps to combine, joined by + and separated by spaces, such as mean+detector. If empty, the mean map is combined with each detector.</source>
        <translation>用 + 连接、以空格分隔的图：mean+detector。留空：均值图与每个检测器</translation>
    </message>
    <message>
        <source>mean+detector</source>
        <translation>mean+detector</translation>
    </message>
    <message>
        <source>File for the scores of every phrase (JSONL, as written by gbs evaluate --per-phrase)</source>
        <translation>保存每个短语得分的位置（JSONL，同 gbs evaluate --per-phrase）</translation>
    </message>
    <message>
        <source>Sp&amp;lit</source>
        <translation>划分(&amp;L)</translation>
    </message>
    <message>
        <source>Point into mas&amp;ks</source>
        <translation>指向掩码(&amp;K)</translation>
    </message>
    <message>
        <source>Hits count inside the masks of the data set in place of its boxes (COCO, RefCOCO, outlines of annotation tools); with the protocol plain</source>
        <translation>命中按数据集的掩码而不是方框计算（COCO、RefCOCO、标注工具的轮廓）；需使用 plain 协议</translation>
    </message>
    <message>
        <source>Proto&amp;col</source>
        <translation>协议(&amp;C)</translation>
    </message>
    <message>
        <source>P&amp;hrases</source>
        <translation>短语(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Ensembles</source>
        <translation>集成(&amp;E)</translation>
    </message>
    <message>
        <source>Save scores &amp;to</source>
        <translation>得分存于(&amp;I)</translation>
    </message>
    <message>
        <source>An HTML file next to the scores with tables, plots, examples and everything needed to reproduce them</source>
        <translation>得分旁边的 HTML 文件：表格、图表、示例以及复现所需的内容</translation>
    </message>
    <message>
        <source>Checkpoints to score</source>
        <translation>要评分的检查点</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>检查点 (%1)</translation>
    </message>
    <message>
        <source>Boxes of a detector</source>
        <translation>检测器的框</translation>
    </message>
    <message>
        <source>Boxes (%1)</source>
        <translation>框 (%1)</translation>
    </message>
    <message>
        <source>Folder of a benchmark</source>
        <translation>基准测试的文件夹</translation>
    </message>
    <message>
        <source>default (current model)</source>
        <translation>默认（当前模型）</translation>
    </message>
    <message>
        <source>%1 (current model)</source>
        <translation>%1（窗口所用）</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2, %n photo(s)</source>
        <translation>
            <numerusform>%2 中的 %1，%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Box files and running detectors to score, alone and combined with each model</source>
        <translation>要评分的框文件和运行中的检测器：单独评分，并与每个模型一起评分</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>How long a running detector may take for a phrase</source>
        <translation>运行中的检测器回答一个短语最多可用的时间</translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation>检测器(&amp;D)</translation>
    </message>
    <message>
        <source>Answer l&amp;imit</source>
        <translation>回答时限(&amp;N)</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkJob</name>
    <message>
        <source>Reading the benchmark…</source>
        <translation>正在读取基准测试…</translation>
    </message>
    <message>
        <source>Loading models…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Scoring…</source>
        <translation>正在评分…</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写出报告…</translation>
    </message>
</context>
<context>
    <name>gbs::app::BenchmarkPanel</name>
    <message>
        <source>%1 - %2: %3 points, 95% interval %4 to %5; %6 won, %7 lost, McNemar&apos;s test p = %8</source>
        <translation>%1 减 %2：%3 个百分点，95 % 区间 %4 至 %5；赢得 %6，失去 %7，McNemar 检验 p = %8</translation>
    </message>
    <message>
        <source>Open Resul&amp;ts…</source>
        <translation>打开结果(&amp;T)…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Results of this and earlier runs. Checked results are plotted together; two checked results are compared.</source>
        <translation>本次与以往运行的结果。勾选的会叠加显示；两个会相互比较。</translation>
    </message>
    <message>
        <source>Opens scores written by gbs evaluate --per-phrase or by this window</source>
        <translation>gbs evaluate --per-phrase 的文件，或此处保存的文件</translation>
    </message>
    <message>
        <source>Removes the selected result from the list but keeps its file</source>
        <translation>从列表中移除所选结果；其文件保留</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>below 5%</source>
        <translation>低于 5 %</translation>
    </message>
    <message>
        <source>5-15%</source>
        <translation>5-15 %</translation>
    </message>
    <message>
        <source>15-40%</source>
        <translation>15-40 %</translation>
    </message>
    <message>
        <source>40% or more</source>
        <translation>40 % 及以上</translation>
    </message>
    <message>
        <source>What to score</source>
        <translation>评测对象</translation>
    </message>
    <message>
        <source>Phrases of the result</source>
        <translation>结果的短语</translation>
    </message>
    <message>
        <source>The scores of models and detectors are shown here. Open a benchmark and start, or open results of gbs evaluate.</source>
        <translation>模型和检测器的得分显示在这里。打开一个基准并开始，或打开 gbs evaluate 的结果。</translation>
    </message>
    <message>
        <source>Open a Benchmark…</source>
        <translation>打开基准…</translation>
    </message>
    <message>
        <source>Remove from &amp;List</source>
        <translation>从列表中移除(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gbs::app::BoxesController</name>
    <message>
        <source>Open &amp;Ground Truth…</source>
        <translation>打开真值标注(&amp;G)…</translation>
    </message>
    <message>
        <source>Close Ground &amp;Truth</source>
        <translation>关闭真值标注(&amp;T)</translation>
    </message>
    <message>
        <source>Open &amp;Detector Boxes…</source>
        <translation>打开检测框(&amp;D)…</translation>
    </message>
    <message>
        <source>The boxes of a detector: JSONL or COCO JSON</source>
        <translation>检测器找到的框：JSONL 或 COCO JSON</translation>
    </message>
    <message>
        <source>Close Detector &amp;Boxes</source>
        <translation>关闭检测框(&amp;B)</translation>
    </message>
    <message>
        <source>Add the Phrases of the &amp;Ground Truth</source>
        <translation>添加真值标注中的短语(&amp;G)</translation>
    </message>
    <message>
        <source>Add all phrases of the ground truth for this photo</source>
        <translation>真值标注中此照片的所有短语</translation>
    </message>
    <message>
        <source>Open ground truth</source>
        <translation>打开真值标注</translation>
    </message>
    <message>
        <source>Phrases and boxes (%1);;All files (*)</source>
        <translation>短语与框 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open detector boxes (COCO results together with their instances file)</source>
        <translation>打开检测框（COCO 结果需连同其 instances 文件）</translation>
    </message>
    <message>
        <source>Boxes (%1);;All files (*)</source>
        <translation>框 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>A table of phrases and boxes (TSV), or a file in a folder of annotations of another tool</source>
        <translation>短语和框的表格 (TSV)，或另一工具的标注文件夹中的一个文件</translation>
    </message>
    <message>
        <source>Open &amp;Annotations of a Detector…</source>
        <translation>打开检测器的标注(&amp;A)…</translation>
    </message>
    <message>
        <source>A folder of annotations of labelme, YOLO, Pascal VOC and others, as boxes of a detector</source>
        <translation>labelme、YOLO、Pascal VOC 等的标注文件夹，作为检测器的框</translation>
    </message>
    <message>
        <source>Open a folder of annotations as boxes of a detector</source>
        <translation>将标注文件夹作为检测器的框打开</translation>
    </message>
    <message>
        <source>Folder of Annotations</source>
        <translation>标注文件夹</translation>
    </message>
    <message>
        <source>%1 has annotations of %2.</source>
        <translation>%1 含有 %2 的标注。</translation>
    </message>
    <message>
        <source>What do you want to open?</source>
        <translation>您想打开什么？</translation>
    </message>
    <message>
        <source>&amp;Photos (%1)</source>
        <translation>照片（%1）(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Ground Truth</source>
        <translation>真值标注(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Detector Boxes</source>
        <translation>检测框(&amp;D)</translation>
    </message>
</context>
<context>
    <name>gbs::app::CanvasController</name>
    <message>
        <source>&amp;Show the Maps</source>
        <translation>显示热图(&amp;S)</translation>
    </message>
    <message>
        <source>Show or hide the maps on the photo</source>
        <translation>显示或隐藏照片上的热图</translation>
    </message>
    <message>
        <source>&amp;Zoom In</source>
        <translation>放大(&amp;N)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit to Window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>100 %: one photo pixel on one screen pixel</source>
        <translation>100%：一个照片像素对应一个屏幕像素</translation>
    </message>
    <message>
        <source>Screen pixels per photo pixel, in percent</source>
        <translation>每个照片像素对应的屏幕像素，以百分比表示</translation>
    </message>
    <message>
        <source>x %1  y %2</source>
        <translation>x %1  y %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>S&amp;wipe between A and B</source>
        <translation>在 A 与 B 之间滑动对比(&amp;W)</translation>
    </message>
    <message>
        <source>A and B in one tile with a divider to drag</source>
        <translation>A 与 B 在同一图块中，由可拖动的分隔线隔开</translation>
    </message>
    <message>
        <source>&amp;Keep Zoom between Photos</source>
        <translation>切换照片时保持缩放(&amp;K)</translation>
    </message>
    <message>
        <source>If off, photos of a different size are fitted to the window</source>
        <translation>关闭时：尺寸不同的照片会适合窗口显示</translation>
    </message>
    <message>
        <source>Open a file of detector boxes (File menu) or run a detector (Model menu) to see its boxes here.</source>
        <translation>打开检测框文件（“文件”菜单）或运行检测器（“模型”菜单），即可在此查看其框。</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>尚无模型</translation>
    </message>
    <message>
        <source>nothing to compare with yet</source>
        <translation>尚无可比较的内容</translation>
    </message>
    <message>
        <source>Stop Compa&amp;ring</source>
        <translation>停止比较(&amp;R)</translation>
    </message>
    <message>
        <source>Add another phrase to compare with, or choose a model to compare with in the Model menu.</source>
        <translation>请再添加一个短语进行比较，或在“模型”菜单中选择要比较的模型。</translation>
    </message>
    <message>
        <source>A&amp;uto</source>
        <translation>自动(&amp;U)</translation>
    </message>
    <message>
        <source>The colors span the values of each map</source>
        <translation>颜色覆盖每张图的值</translation>
    </message>
    <message>
        <source>Sa&amp;me Scale</source>
        <translation>相同刻度(&amp;M)</translation>
    </message>
    <message>
        <source>The colors span the values of all maps shown, the same for each</source>
        <translation>颜色覆盖所有显示的图的值，各图相同</translation>
    </message>
    <message>
        <source>0–1</source>
        <translation>0–1</translation>
    </message>
    <message>
        <source>The colors span 0 to 1 in every photo</source>
        <translation>每张照片的颜色都覆盖 0 到 1</translation>
    </message>
    <message>
        <source>There is no C yet: choose a second model in the Model menu.</source>
        <translation>还没有 C：请在“模型”菜单中选择第二个模型。</translation>
    </message>
    <message>
        <source>There is no C yet: run a detector or another method (Model menu), or open a file of detector boxes (File menu).</source>
        <translation>还没有 C：请运行检测器或其他方法（“模型”菜单），或打开检测框文件（“文件”菜单）。</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseBrowser</name>
    <message>
        <source>Pre&amp;vious</source>
        <translation>上一个(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一个(&amp;N)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Misses</source>
        <translation>未命中</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢得</translation>
    </message>
    <message>
        <source>Phrases to list. Lost and won are the phrases where the selected result differs from the other checked result.</source>
        <translation>列出哪些短语；“失去”与“赢得”指所选结果与另一个勾选结果不同的短语</translation>
    </message>
    <message>
        <source>Map to show hits and misses for</source>
        <translation>谁的命中与未命中</translation>
    </message>
    <message>
        <source>Kind of phrases to list</source>
        <translation>仅此类短语</translation>
    </message>
    <message>
        <source>Phrases of the result</source>
        <translation>结果的短语</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n 个短语</numerusform>
        </translation>
    </message>
    <message>
        <source>The phrases of a result are listed here. Click on one of its bars or scores.</source>
        <translation>结果的短语列在这里。点击它的一个条形或得分。</translation>
    </message>
</context>
<context>
    <name>gbs::app::SpeakerWindow</name>
    <message>
        <source>Speaker Notes</source>
        <translation>演讲者备注</translation>
    </message>
    <message>
        <source>The photo alone</source>
        <translation>仅照片</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>没有备注</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>这是最后一个。</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一个：%1</translation>
    </message>
    <message>
        <source>Next photo: %1</source>
        <translation>下一张照片：%1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::CanvasView</name>
    <message>
        <source>Only the decoder&apos;s map</source>
        <translation>仅解码器热图</translation>
    </message>
    <message>
        <source>Only the map of image and text features</source>
        <translation>仅图像与文本特征的热图</translation>
    </message>
    <message>
        <source>Only the geometric mean of both maps</source>
        <translation>仅两幅热图的几何均值</translation>
    </message>
    <message>
        <source>All visible layers on top of each other</source>
        <translation>所有可见图层相互叠加</translation>
    </message>
    <message>
        <source>Two phrases or two models side by side</source>
        <translation>并排显示两个短语或两个模型</translation>
    </message>
    <message>
        <source>&amp;Phrases as Colors</source>
        <translation>以颜色表示短语(&amp;P)</translation>
    </message>
    <message>
        <source>Each pixel in the color of the phrase with the highest value</source>
        <translation>每处以该处值最高的短语的颜色显示</translation>
    </message>
    <message>
        <source>&amp;Three Maps</source>
        <translation>三幅热图(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;GbS</source>
        <translation>&amp;GbS</translation>
    </message>
    <message>
        <source>&amp;i2t</source>
        <translation>&amp;i2t</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>均值(&amp;M)</translation>
    </message>
    <message>
        <source>All &amp;Layers</source>
        <translation>所有图层(&amp;L)</translation>
    </message>
    <message>
        <source>A and &amp;B</source>
        <translation>A 与 &amp;B</translation>
    </message>
    <message>
        <source>&amp;Detector</source>
        <translation>检测器(&amp;D)</translation>
    </message>
    <message>
        <source>The mean map, a detector&apos;s boxes, and both combined</source>
        <translation>均值热图、检测器的框以及两者的综合</translation>
    </message>
    <message>
        <source>&amp;Separated Photo</source>
        <translation>照片分离(&amp;S)</translation>
    </message>
    <message>
        <source>The photo split into the part that the phrase means and the rest: H · I and (1 − H) · I</source>
        <translation>将照片分为短语所指的部分和其余部分：H · I 和 (1 − H) · I</translation>
    </message>
    <message>
        <source>A, B and &amp;C</source>
        <translation>A、B 与 &amp;C</translation>
    </message>
    <message>
        <source>Two models and a detector or another method side by side</source>
        <translation>并排显示两个模型与一个检测器或其他方法</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ColorBar</name>
    <message>
        <source>Colors of the values. The triangles mark the lowest and highest values of this map.</source>
        <translation>值的颜色。三角形指示此热图的最低值和最高值。</translation>
    </message>
    <message>
        <source>Color bar %1</source>
        <translation>色条 %1</translation>
    </message>
    <message>
        <source>%1
Now: %2</source>
        <translation>%1
当前：%2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::CurvePlot</name>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>%1 (smoothed %2)</source>
        <translation>%1（平滑后 %2）</translation>
    </message>
    <message>
        <source>%1: %2 = %3</source>
        <translation>%1：%2 = %3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Samples (image-text pairs)</source>
        <translation>样本（照片与文本对）</translation>
    </message>
    <message>
        <source>Seconds, estimated from the rate</source>
        <translation>秒，由速率估算</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Time, estimated from the rate</source>
        <translation>时间，由速率估算</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Drag to pan. Click, then turn the wheel to zoom x, or y with Shift. Double-click to show all.
Left and Right step through the values, + and − zoom, Home shows all, Enter enlarges.</source>
        <translation>拖动可平移。单击后滚动滚轮缩放 x，按住 Shift 缩放 y。双击显示全部。
左右键逐个查看数值，+ 和 − 缩放，Home 显示全部，Enter 放大。</translation>
    </message>
    <message>
        <source>Show all plots again (Enter)</source>
        <translation>重新显示所有图（Enter）</translation>
    </message>
    <message>
        <source>Show this plot alone (Enter)</source>
        <translation>只显示此图（Enter）</translation>
    </message>
</context>
<context>
    <name>gbs::app::CurvesTab</name>
    <message>
        <source>Cannot write %1: %2. Choose another location or free some space.</source>
        <translation>无法写入 %1：%2。请选择其他位置或释放一些空间。</translation>
    </message>
    <message>
        <source>Not enough memory for the image.</source>
        <translation>内存不足以生成图像。</translation>
    </message>
    <message>
        <source>No curves to export.</source>
        <translation>没有可写入的曲线。</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Pointing accuracy in %</source>
        <translation>指向准确率 (%)</translation>
    </message>
    <message>
        <source>mean map</source>
        <translation>均值热图</translation>
    </message>
    <message>
        <source>Center baseline</source>
        <translation>始终取中心</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a number, and the run that it is of</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Log &amp;x</source>
        <translation>对数 &amp;x</translation>
    </message>
    <message>
        <source>Log &amp;y</source>
        <translation>对数 &amp;y</translation>
    </message>
    <message>
        <source>Choose a run to see its curves.</source>
        <translation>请选择一个运行以查看其曲线。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Unit of the horizontal axis: optimizer steps, pairs of photo and text, or time since the first logged step</source>
        <translation>横轴的计数内容：优化器步数、照片与文本对，或自首个已记录步起的时间</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Weight of past values in the exponential moving average, 0 to 0.99. The raw curve stays visible.</source>
        <translation>对已记录值作指数平均时过去值的权重，0 到 0.99；原始曲线保留在其后方</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>对数横轴</translation>
    </message>
    <message>
        <source>Logarithmic vertical axes; zero and negative values are not drawn</source>
        <translation>对数纵轴；不绘制 0 及以下的值</translation>
    </message>
    <message>
        <source>Expor&amp;t</source>
        <translation>导出(&amp;T)</translation>
    </message>
    <message>
        <source>Exports the curves to a file</source>
        <translation>将曲线写入文件</translation>
    </message>
    <message>
        <source>Values as CSV…</source>
        <translation>数值存为 CSV…</translation>
    </message>
    <message>
        <source>Image as PNG…</source>
        <translation>图像存为 PNG…</translation>
    </message>
    <message>
        <source>Vectors as PDF…</source>
        <translation>矢量图存为 PDF…</translation>
    </message>
    <message>
        <source>Show &amp;All</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>Shows the complete curves</source>
        <translation>重新显示每条曲线的全部</translation>
    </message>
    <message>
        <source>&amp;Over</source>
        <translation>横轴(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Smoothing</source>
        <translation>平滑(&amp;S)</translation>
    </message>
    <message>
        <source>Export Curves</source>
        <translation>导出曲线</translation>
    </message>
    <message numerus="yes">
        <source>At most %n run(s) can be compared with this run.</source>
        <translation>
            <numerusform>最多可在一个运行上叠加 %n 个其他运行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This run has logged nothing yet.</source>
        <translation>此运行尚未记录任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of the metrics could not be read.</source>
        <translation>
            <numerusform>有 %n 行指标无法读取。</numerusform>
        </translation>
    </message>
    <message>
        <source>Curves exported to %1.</source>
        <translation>曲线已写入 %1。</translation>
    </message>
    <message>
        <source>L_sep / (2 Var α); 1 means nothing is learned</source>
        <translation>L_sep / (2 Var α)；为 1 时未学到任何东西</translation>
    </message>
    <message>
        <source>L_sep / (2 Var α)</source>
        <translation>L_sep / (2 Var α)</translation>
    </message>
    <message>
        <source>Different options</source>
        <translation>不同的选项</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>The options are the same</source>
        <translation>选项相同</translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorSource</name>
    <message>
        <source>map for “%1”</source>
        <translation>“%1”的图</translation>
    </message>
    <message>
        <source>boxes for “%1”</source>
        <translation>“%1”的框</translation>
    </message>
    <message>
        <source>boxes of the class “%1”</source>
        <translation>类别“%1”的框</translation>
    </message>
    <message>
        <source>no box for “%1”</source>
        <translation>没有“%1”的框</translation>
    </message>
    <message>
        <source>%1: %2 boxes in %3 images</source>
        <translation>%1：%3 幅图像中有 %2 个框</translation>
    </message>
    <message>
        <source>%1; skipped: %2</source>
        <translation>%1；已跳过：%2</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>not running; Model &gt; Detector &gt; Run starts it</source>
        <translation>未运行；用“模型 &gt; 检测器 &gt; 运行”启动</translation>
    </message>
    <message>
        <source>not running; %1</source>
        <translation>未运行；%1</translation>
    </message>
    <message>
        <source>waiting for its answer…</source>
        <translation>正在等待回答…</translation>
    </message>
</context>
<context>
    <name>gbs::app::Explorer</name>
    <message>
        <source>Waiting for the detector…</source>
        <translation>正在等待检测器…</translation>
    </message>
    <message>
        <source>Cannot load the model. %1</source>
        <translation>无法加载模型。%1</translation>
    </message>
    <message>
        <source>Type a phrase first, such as “a dog” or “the sky”.</source>
        <translation>请先输入要查找的内容，例如“a dog”或“the sky”。</translation>
    </message>
    <message>
        <source>Open a photo to see where “%1” is.</source>
        <translation>打开一张照片以查看“%1”的位置。</translation>
    </message>
    <message>
        <source>%1 ms per phrase</source>
        <translation>每个短语 %1 ms</translation>
    </message>
    <message>
        <source>photo %1 ms, %2</source>
        <translation>照片 %1 ms，%2</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Grounding…</source>
        <translation>正在定位…</translation>
    </message>
    <message>
        <source>Cannot load the model to compare with. %1</source>
        <translation>无法加载用于比较的模型。%1</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Add %n phrase(s)</source>
        <translation>
            <numerusform>添加 %n 个短语</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>Remove all phrases</source>
        <translation>移除所有短语</translation>
    </message>
    <message>
        <source>A phrase must not be empty. “%1” is kept.</source>
        <translation>短语不能为空：保留“%1”。</translation>
    </message>
    <message>
        <source>“%1” is already in the list.</source>
        <translation>“%1”已在列表中。</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>Move “%1”</source>
        <translation>移动“%1”</translation>
    </message>
    <message>
        <source>Hide “%1”</source>
        <translation>隐藏“%1”</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>显示“%1”</translation>
    </message>
    <message>
        <source>Color of “%1”</source>
        <translation>“%1”的颜色</translation>
    </message>
    <message>
        <source>Reading boxes…</source>
        <translation>正在读取框…</translation>
    </message>
    <message>
        <source>Sort the phrases by strength</source>
        <translation>按强度排序短语</translation>
    </message>
    <message>
        <source>Keep “%1” to this photo</source>
        <translation>“%1”仅限此照片</translation>
    </message>
    <message>
        <source>Show “%1” in all photos</source>
        <translation>在所有照片中显示“%1”</translation>
    </message>
    <message>
        <source>Open the photos of these reviews first, then the reviews again.</source>
        <translation>请先打开这些评审记录对应的照片，再打开评审记录。</translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportController</name>
    <message>
        <source>Exports</source>
        <translation>导出任务</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Figure…</source>
        <translation>图(&amp;F)…</translation>
    </message>
    <message>
        <source>Export the current view as PNG, SVG or PDF</source>
        <translation>将所见内容写入 PNG、SVG 或 PDF 文件</translation>
    </message>
    <message>
        <source>&amp;Copy Figure</source>
        <translation>复制图(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the current view with the settings of the last export</source>
        <translation>按上次导出的选项复制所见内容</translation>
    </message>
    <message>
        <source>&amp;Heatmaps…</source>
        <translation>热图(&amp;H)…</translation>
    </message>
    <message>
        <source>Export the maps of a photo or a folder as 16-bit PNG and .npy</source>
        <translation>将一张照片或整个文件夹的热图写为 16 位 PNG 和 .npy</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Export an HTML file with photos, phrases and their maps</source>
        <translation>写入包含照片、短语及其热图的 HTML 文件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Exports are running</source>
        <translation>正在导出</translation>
    </message>
    <message numerus="yes">
        <source>%n export(s) are not finished. Cancel them and close? Files already written are complete.</source>
        <translation>
            <numerusform>有 %n 个导出尚未结束。要取消并关闭吗？已写入的文件会保持完整。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel Exports and &amp;Close</source>
        <translation>取消导出并关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep Exporting</source>
        <translation>继续导出(&amp;K)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Figures (%1)</source>
        <translation>图 (%1)</translation>
    </message>
    <message>
        <source>Figure %1</source>
        <translation>图 %1</translation>
    </message>
    <message>
        <source>Figure written to %1.</source>
        <translation>图已写入 %1。</translation>
    </message>
    <message>
        <source>Copy of the figure</source>
        <translation>图的副本</translation>
    </message>
    <message>
        <source>The figure has been copied to the clipboard.</source>
        <translation>图已在剪贴板中。</translation>
    </message>
    <message>
        <source>The current photo</source>
        <translation>当前显示的照片</translation>
    </message>
    <message>
        <source>Photos in the list</source>
        <translation>列表中的照片</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Heatmaps of %1</source>
        <translation>%1 的热图</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message numerus="yes">
        <source>Heatmaps of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的热图</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的报告</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of exports and reports</source>
        <translation>导出和报告的进度</translation>
    </message>
    <message>
        <source>&amp;Show Exports</source>
        <translation>显示导出(&amp;S)</translation>
    </message>
</context>
<context>
    <name>gbs::app::ExportDialog</name>
    <message>
        <source>Export Figure</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>PNG (raster)</source>
        <translation>PNG，像素</translation>
    </message>
    <message>
        <source>SVG (text and lines as vectors)</source>
        <translation>SVG，文字和线条为矢量</translation>
    </message>
    <message>
        <source>PDF (text and lines as vectors)</source>
        <translation>PDF，文字和线条为矢量</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>&amp;Titles</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Name and peak above each map</source>
        <translation>每幅热图上方的名称和峰值</translation>
    </message>
    <message>
        <source>&amp;Color bars</source>
        <translation>色条(&amp;C)</translation>
    </message>
    <message>
        <source>Color scale below each map</source>
        <translation>每幅热图下方的颜色和值</translation>
    </message>
    <message>
        <source>C&amp;aption</source>
        <translation>图注(&amp;A)</translation>
    </message>
    <message>
        <source>Phrase, model and photo below the figure</source>
        <translation>图下方的短语、模型和照片</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>图例(&amp;L)</translation>
    </message>
    <message>
        <source>Phrases and their colors below the figure</source>
        <translation>图下方的短语及其颜色</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Scale of the photos, in percent of their resolution</source>
        <translation>每个照片像素对应的图的像素，以百分比表示</translation>
    </message>
    <message>
        <source>Size of the figure</source>
        <translation>图的大小</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
</context>
<context>
    <name>gbs::app::TaskQueue</name>
    <message>
        <source>Not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>未知错误</translation>
    </message>
</context>
<context>
    <name>gbs::app::FilmTab</name>
    <message>
        <source>&amp;Draw</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Map of the phrase for each checkpoint</source>
        <translation>各检查点下的短语</translation>
    </message>
    <message>
        <source>This run has no checkpoint yet.</source>
        <translation>此运行尚未保留任何检查点。</translation>
    </message>
    <message>
        <source>A phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Phrase to ground in the current photo with each checkpoint</source>
        <translation>在窗口所显示的照片上，要各检查点查找的内容</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Mean map</source>
        <translation>均值热图</translation>
    </message>
    <message>
        <source>Map to show</source>
        <translation>三幅热图中的哪一幅</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Loads the checkpoints one by one; each takes a few seconds</source>
        <translation>逐个加载检查点；每个需要数秒</translation>
    </message>
    <message>
        <source>Stops after the current checkpoint</source>
        <translation>在当前加载的检查点之后停止</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Choose a run to see how its checkpoints ground a phrase.</source>
        <translation>请选择一个运行，以查看其各检查点如何定位短语。</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>请先在窗口中打开一张照片。</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n checkpoint(s)</source>
        <translation>
            <numerusform>已完成 %1 / %n 个检查点</numerusform>
        </translation>
    </message>
    <message>
        <source>Press Draw to ground the phrase in %1 with each checkpoint of the run.</source>
        <translation>用此运行保留的每个检查点在 %1 上绘制该短语。</translation>
    </message>
    <message>
        <source>Step %1 (best)</source>
        <translation>第 %1 步，最佳</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::FolderScanner</name>
    <message>
        <source>%1 and its subfolders contain no images</source>
        <translation>%1：其中及其子文件夹中都没有图像</translation>
    </message>
    <message>
        <source>%1 contains no images. Turn on “Include Subfolders” to search below it.</source>
        <translation>%1：其中没有图像。“包含子文件夹”会在其下查找。</translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundTruth</name>
    <message numerus="yes">
        <source>Ground truth: %n phrase(s) of %1 photos.</source>
        <translation>
            <numerusform>真值标注：%1 张照片的 %n 个短语。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Skipped rows: %2.</source>
        <translation>%1已跳过的行：%2。</translation>
    </message>
</context>
<context>
    <name>gbs::app::GroundingWorker</name>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Warming up on %1…</source>
        <translation>正在 %1 上预热…</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message>
        <source>Encoding %1…</source>
        <translation>正在编码 %1…</translation>
    </message>
    <message>
        <source>Grounding “%1”…</source>
        <translation>正在定位“%1”…</translation>
    </message>
    <message numerus="yes">
        <source>Grounding %n phrase(s)…</source>
        <translation>
            <numerusform>正在定位 %n 个短语…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapCanvas</name>
    <message>
        <source>No photo open</source>
        <translation>未打开照片</translation>
    </message>
    <message>
        <source>Drop a photo or folder here, or open one from the toolbar.
Then type what to look for and press Enter.</source>
        <translation>将照片或文件夹拖放到此处，或从工具栏打开。
然后输入要查找的内容，并按 Enter 键。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapTile</name>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The highest value and its pixel (x, y) in the photo</source>
        <translation>最高值及其在照片中的像素 (x, y)</translation>
    </message>
    <message>
        <source>Heatmap %1, %2</source>
        <translation>热图 %1，%2</translation>
    </message>
    <message>
        <source>peak %1 at %2, %3</source>
        <translation>峰值 %1，位于 (%2, %3)</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>Heatmap %1</source>
        <translation>热图 %1</translation>
    </message>
    <message>
        <source>Drag the divider, or move it with Shift and the arrow keys</source>
        <translation>拖动分隔线，或用 Shift 加方向键移动它</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HeatmapView</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::HistogramPlot</name>
    <message>
        <source>Pixels in %</source>
        <translation>像素 (%)</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>%1 的直方图</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListModel</name>
    <message>
        <source>%1
This file could not be opened.</source>
        <translation>%1
无法打开此文件。</translation>
    </message>
    <message>
        <source>Judged: %1 correct, %2 incorrect, %3 unsure, %4 absent</source>
        <translation>已评判：%1 个正确，%2 个错误，%3 个不确定，%4 个不存在</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageListPanel</name>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Filter images by name</source>
        <translation>按名称筛选图像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 / %2 幅图像</translation>
    </message>
    <message>
        <source>Show only photos with this text in their name</source>
        <translation>只显示名称中包含此内容的照片</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>Regardless of verdicts</source>
        <translation>不论判定如何</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>No phrase has been judged</source>
        <translation>尚未对其任何短语作出判定</translation>
    </message>
    <message>
        <source>Judged correct</source>
        <translation>判定为正确</translation>
    </message>
    <message>
        <source>At least one phrase was judged correct</source>
        <translation>至少有一个短语被判定为正确</translation>
    </message>
    <message>
        <source>Judged incorrect</source>
        <translation>判定为错误</translation>
    </message>
    <message>
        <source>At least one phrase was judged incorrect</source>
        <translation>至少有一个短语被判定为错误</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>At least one phrase was judged unsure</source>
        <translation>至少有一个短语被判定为不确定</translation>
    </message>
    <message>
        <source>Mixed verdicts</source>
        <translation>判定不一</translation>
    </message>
    <message>
        <source>Phrases have different verdicts</source>
        <translation>各短语的判定不同</translation>
    </message>
    <message>
        <source>Filter images by verdict</source>
        <translation>按判定筛选图像</translation>
    </message>
    <message>
        <source>Show only photos with this verdict</source>
        <translation>只显示如此判定的照片</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>The open photos are listed here.</source>
        <translation>打开的照片列在这里。</translation>
    </message>
    <message>
        <source>Open a Folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>No photo name contains “%1”.</source>
        <translation>没有照片名包含“%1”。</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No photo has this verdict.</source>
        <translation>没有照片有此评判。</translation>
    </message>
    <message>
        <source>Partly judged</source>
        <translation>部分已评判</translation>
    </message>
    <message>
        <source>Fewer phrases have been judged than are in the list</source>
        <translation>已评判的短语少于列表中的短语</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>At least one phrase was judged absent</source>
        <translation>至少有一个短语被评判为不存在</translation>
    </message>
    <message>
        <source>List all photos again</source>
        <translation>重新列出所有照片</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>有分歧</translation>
    </message>
    <message>
        <source>People's verdicts on a phrase differ</source>
        <translation>各人对某个短语的判定不同</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ImageTiles</name>
    <message>
        <source>Value %1</source>
        <translation>值 %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ImagesController</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Open &amp;Photo…</source>
        <translation>打开照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;Folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;Sample Photos</source>
        <translation>打开示例照片(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Previous Photo</source>
        <translation>上一张照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Photo</source>
        <translation>下一张照片(&amp;N)</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>%1 (%2 × %3) – GbS Explorer</source>
        <translation>%1 (%2 × %3) – GbS Explorer</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Images (%1);;All files (*)</source>
        <translation>图像 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a folder of photos</source>
        <translation>打开照片文件夹</translation>
    </message>
    <message>
        <source>&amp;Include Subfolders</source>
        <translation>包含子文件夹(&amp;I)</translation>
    </message>
    <message>
        <source>Also list the photos of all subfolders</source>
        <translation>同时列出所有子文件夹中的照片</translation>
    </message>
    <message>
        <source>&amp;Reload Folder</source>
        <translation>重新加载文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos</source>
        <translation>在已打开的内容中查找新增、更改和删除的照片</translation>
    </message>
    <message>
        <source>&amp;Paste Photo</source>
        <translation>粘贴照片(&amp;P)</translation>
    </message>
    <message>
        <source>Open the image or the files in the clipboard</source>
        <translation>打开剪贴板中的图像或文件</translation>
    </message>
    <message>
        <source>&amp;Filter Photos</source>
        <translation>筛选照片(&amp;F)</translation>
    </message>
    <message>
        <source>Type part of a name to list only matching photos</source>
        <translation>输入名称的一部分，只显示相应的照片</translation>
    </message>
    <message>
        <source>&amp;First Photo</source>
        <translation>第一张照片(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last Photo</source>
        <translation>最后一张照片(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::JobList</name>
    <message>
        <source>The progress of exports and reports appears here.</source>
        <translation>导出和报告的进度显示在此处。</translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>后台任务</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::JobRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel this job; the files written so far stay complete</source>
        <translation>结束此任务；目前已写入的内容是完整的</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>打开已写入的内容</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this job from the list</source>
        <translation>从列表中移除此行</translation>
    </message>
    <message>
        <source>Progress in percent</source>
        <translation>已完成的百分比</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>暂停 %1</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Continue this job where it was</source>
        <translation>从暂停处继续此任务</translation>
    </message>
    <message>
        <source>Let this job wait; what it has begun is finished first</source>
        <translation>让此任务等待；先完成已开始的部分</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::LayerPanel</name>
    <message>
        <source>Move this layer up (Alt+Up in the list)</source>
        <translation>将此图层上移一层绘制（在列表中按 Alt+Up）</translation>
    </message>
    <message>
        <source>Move this layer down (Alt+Down in the list)</source>
        <translation>将此图层下移一层绘制（在列表中按 Alt+Down）</translation>
    </message>
    <message>
        <source>Lower color limit</source>
        <translation>颜色的最低值</translation>
    </message>
    <message>
        <source>Value at the low end of the color map, 0 to 1</source>
        <translation>颜色低端对应的值，0 到 1</translation>
    </message>
    <message>
        <source>Upper color limit</source>
        <translation>颜色的最高值</translation>
    </message>
    <message>
        <source>Value at the high end of the color map, 0 to 1</source>
        <translation>颜色高端对应的值，0 到 1</translation>
    </message>
    <message>
        <source>&amp;Apply to all maps</source>
        <translation>应用到所有热图(&amp;A)</translation>
    </message>
    <message>
        <source>Layers, topmost first</source>
        <translation>图层，最上层在前</translation>
    </message>
    <message>
        <source>Click an eye or press Space to show or hide a layer in this view. Drag a layer to change the order.</source>
        <translation>单击眼睛图标或按空格键可在此视图中显示或隐藏图层。拖动图层可更改顺序。</translation>
    </message>
    <message>
        <source>Layer opacity in percent</source>
        <translation>图层不透明度（百分比）</translation>
    </message>
    <message>
        <source>How much the layer hides what is below it, in percent</source>
        <translation>图层遮盖其下方内容的程度（百分比）</translation>
    </message>
    <message>
        <source>Threshold in hundredths</source>
        <translation>阈值（以百分之一为单位）</translation>
    </message>
    <message>
        <source>Values from 0 to 1</source>
        <translation>0 到 1 的值</translation>
    </message>
    <message>
        <source>Color map</source>
        <translation>颜色映射</translation>
    </message>
    <message>
        <source>All color maps except turbo are perceptually uniform</source>
        <translation>前四种随值的增大均匀变亮；turbo 则不然</translation>
    </message>
    <message>
        <source>Fixed limits keep colors comparable between maps and photos</source>
        <translation>固定范围使颜色可在不同热图和照片之间比较</translation>
    </message>
    <message>
        <source>Outline a region</source>
        <translation>勾勒区域轮廓</translation>
    </message>
    <message>
        <source>Outline the region at or above this value</source>
        <translation>勾勒值不低于此阈值的区域</translation>
    </message>
    <message>
        <source>Low values let the photo show through</source>
        <translation>低值处透出照片</translation>
    </message>
    <message>
        <source>Apply changes to all maps; each keeps its own visibility</source>
        <translation>对一幅热图的更改适用于所有热图；各自的显示状态不变</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>From, &amp;to</source>
        <translation>从，到(&amp;T)</translation>
    </message>
    <message>
        <source>Thre&amp;shold</source>
        <translation>阈值(&amp;S)</translation>
    </message>
    <message>
        <source>Auto (each map)</source>
        <translation>自动（每张图）</translation>
    </message>
    <message>
        <source>Auto (shared)</source>
        <translation>自动（共用）</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>Custom...</source>
        <translation>自定义...</translation>
    </message>
    <message>
        <source>Color range</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <source>Color &amp;range</source>
        <translation>颜色范围(&amp;R)</translation>
    </message>
    <message>
        <source>Transparent &amp;where low</source>
        <translation>低值处透明(&amp;W)</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Below 1, low values are told apart better; above 1, high values</source>
        <translation>小于 1 时更易区分低值，大于 1 时更易区分高值</translation>
    </message>
    <message>
        <source>Blend mode</source>
        <translation>混合模式</translation>
    </message>
    <message>
        <source>How the colors meet the photo and the layers below. PDF and SVG always have Normal.</source>
        <translation>颜色与照片及下方图层的混合方式。PDF 和 SVG 始终为正常。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>正片叠底</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>滤色</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>&amp;Gamma</source>
        <translation>伽马(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>混合(&amp;B)</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::LayerStack</name>
    <message>
        <source>GbS</source>
        <translation>GbS</translation>
    </message>
    <message>
        <source>i2t</source>
        <translation>i2t</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>Mean with detector</source>
        <translation>均值与检测器</translation>
    </message>
    <message>
        <source>Phrases as colors</source>
        <translation>以颜色表示短语</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>真实位置</translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>%1, visible</source>
        <translation>%1，可见</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::Legend</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>gbs::app::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>尚无日志记录。</translation>
    </message>
</context>
<context>
    <name>gbs::app::MainWindow</name>
    <message>
        <source>GbS Explorer</source>
        <translation>GbS Explorer</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>短语(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>评审(&amp;R)</translation>
    </message>
    <message>
        <source>Trai&amp;n</source>
        <translation>训练(&amp;N)</translation>
    </message>
    <message>
        <source>Model %1. %2</source>
        <translation>模型 %1。%2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelCardDialog</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Pointing accuracy</source>
        <translation>指向准确率</translation>
    </message>
    <message>
        <source>%1 (GbS %2, i2t %3)</source>
        <translation>%1（GbS %2，i2t %3）</translation>
    </message>
    <message>
        <source>Center baseline</source>
        <translation>始终取中心</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>验证数据</translation>
    </message>
    <message numerus="yes">
        <source>%n phrase(s)</source>
        <translation>
            <numerusform>%n 个短语</numerusform>
        </translation>
    </message>
    <message>
        <source>Training steps</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>All metadata in the file</source>
        <translation>文件中的全部信息</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>图像编码器</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>文本编码器</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 像素</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ModelController</name>
    <message>
        <source>&amp;Default Model</source>
        <translation>默认模型(&amp;D)</translation>
    </message>
    <message>
        <source>The model installed with the program</source>
        <translation>程序自带的模型</translation>
    </message>
    <message>
        <source>&amp;Open Model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>Load another checkpoint and ground the phrases again</source>
        <translation>另一个检查点；将重新定位各短语</translation>
    </message>
    <message>
        <source>&amp;Recent Models</source>
        <translation>最近的模型(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare With</source>
        <translation>比较对象(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Model Card…</source>
        <translation>模型卡(&amp;I)…</translation>
    </message>
    <message>
        <source>Training data, accuracy and architecture of the model</source>
        <translation>模型的训练数据、指向的准确程度及其构成</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>设备(&amp;V)</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Compare the current model with the default model as side B</source>
        <translation>以默认模型作为 B 侧，与当前模型并列</translation>
    </message>
    <message>
        <source>Compare the current model with a checkpoint as side B</source>
        <translation>以某个检查点作为 B 侧，与当前模型并列</translation>
    </message>
    <message>
        <source>Compare with a model</source>
        <translation>与模型比较</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Models (%1);;All files (*)</source>
        <translation>模型 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;Automatic (%1)</source>
        <translation>自动(&amp;A) (%1)</translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation>自动(&amp;A)</translation>
    </message>
    <message>
        <source>The first usable GPU, else the CPU</source>
        <translation>第一个可用的 GPU，否则用处理器</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>正在查找设备…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: Not a model file (.safetensors).</source>
        <translation>%1：不是模型文件 (.safetensors)。</translation>
    </message>
</context>
<context>
    <name>gbs::app::NewRunDialog</name>
    <message>
        <source>Options &amp;of</source>
        <translation>选项所属(&amp;O)</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>另存为(&amp;V)…</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>New training run</source>
        <translation>新建训练运行</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Starts the trainer, which continues when this window is closed</source>
        <translation>启动训练程序；关闭此窗口后它会继续运行</translation>
    </message>
    <message>
        <source>Recipe that the options start from</source>
        <translation>选项的起点：程序自带的配方，或某个文件</translation>
    </message>
    <message>
        <source>Open a recipe, or the config.yaml of a run</source>
        <translation>读取配方，或某个运行的 config.yaml</translation>
    </message>
    <message>
        <source>Save all options as a recipe (YAML)</source>
        <translation>将所有选项写入配方 (YAML)</translation>
    </message>
    <message>
        <source>Run folder for status, curves, previews and checkpoints</source>
        <translation>运行的文件夹；状态、曲线、预览和检查点均存放于此</translation>
    </message>
    <message>
        <source>The options of the whole run, or those that a stage changes</source>
        <translation>整个运行，或其某个阶段所作的更改</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>&amp;Recipe</source>
        <translation>配方(&amp;R)</translation>
    </message>
    <message>
        <source>Run &amp;name</source>
        <translation>运行名称(&amp;N)</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Click a problem to go to its option</source>
        <translation>选择一项以转到其选项</translation>
    </message>
    <message>
        <source>Equivalent command line</source>
        <translation>作用相同的命令行</translation>
    </message>
    <message>
        <source>Starts the same run from a shell</source>
        <translation>在 shell 中执行相同的操作</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml);;All files (*)</source>
        <translation>配方 (*.yaml *.yml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>Recipes (*.yaml)</source>
        <translation>配方 (*.yaml)</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>%1 already holds a run: choose another name</source>
        <translation>%1 中已有运行：请换一个名称</translation>
    </message>
    <message>
        <source>%1 is not a folder</source>
        <translation>%1 不是文件夹</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>option and problem</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The run needs a name.</source>
        <translation>运行需要一个名称。</translation>
    </message>
    <message>
        <source>Reading the recipe…</source>
        <translation>正在读取配方…</translation>
    </message>
    <message>
        <source>Checking for problems…</source>
        <translation>正在检查问题…</translation>
    </message>
    <message>
        <source>Fix these to start:</source>
        <translation>请先修正以下各项：</translation>
    </message>
    <message>
        <source>The run can start, but:</source>
        <translation>可以启动，但是：</translation>
    </message>
    <message>
        <source>Ready to start.</source>
        <translation>可以开始。</translation>
    </message>
    <message>
        <source>The recipe cannot be used:</source>
        <translation>无法使用此配方：</translation>
    </message>
    <message>
        <source>O&amp;pen…</source>
        <translation>打开(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose the folder with the photos.</source>
        <translation>请选择照片所在的文件夹。</translation>
    </message>
    <message>
        <source>Choose the file with the captions.</source>
        <translation>请选择描述文件。</translation>
    </message>
    <message>
        <source>Fork of %1 at step %2</source>
        <translation>%1 在第 %2 步的分支</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::OptionRow</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>从磁盘中选择</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>选择 %1</translation>
    </message>
    <message>
        <source>Reset to empty</source>
        <translation>恢复为空</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>恢复 %1 的默认值</translation>
    </message>
    <message>
        <source>Not an integer</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>Not a number such as 0.001 or 1e-3</source>
        <translation>不是数字，例如 0.001 或 1e-3</translation>
    </message>
    <message>
        <source>Not between %1 and %2</source>
        <translation>不在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认值：%1</translation>
    </message>
    <message>
        <source>Problem with %1</source>
        <translation>%1 的问题</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::OptionsForm</name>
    <message>
        <source>Only &amp;changed</source>
        <translation>仅显示已更改的(&amp;C)</translation>
    </message>
    <message>
        <source>No matching options.</source>
        <translation>没有符合条件的选项。</translation>
    </message>
    <message>
        <source>Search options</source>
        <translation>搜索选项</translation>
    </message>
    <message>
        <source>Show only options with these words in their name or description</source>
        <translation>仅显示名称或说明中包含这些词的选项</translation>
    </message>
    <message>
        <source>Show only options that differ from their defaults</source>
        <translation>仅显示与默认值不同的选项</translation>
    </message>
    <message>
        <source>A&amp;dvanced</source>
        <translation>高级(&amp;D)</translation>
    </message>
    <message>
        <source>Show all options, not only the most important ones</source>
        <translation>显示所有选项，而不只是最重要的</translation>
    </message>
</context>
<context>
    <name>gbs::app::PastedImages</name>
    <message>
        <source>the pasted image</source>
        <translation>粘贴的图像</translation>
    </message>
    <message>
        <source>The clipboard contains no image. Copy an image or a file and paste again.</source>
        <translation>剪贴板中没有图像。请复制图像或文件后再粘贴。</translation>
    </message>
    <message>
        <source>%1: cannot create the folder for pasted images</source>
        <translation>%1：无法创建存放粘贴图像的文件夹</translation>
    </message>
    <message>
        <source>%1: cannot write the pasted image: %2</source>
        <translation>%1：无法写入粘贴的图像：%2</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoBrowser</name>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>正在查找图像…</translation>
    </message>
    <message>
        <source>%1: no such file or folder</source>
        <translation>%1：没有此文件或文件夹</translation>
    </message>
    <message>
        <source>%1 no longer exists. The open photos stay listed.</source>
        <translation>%1 已不存在。已打开的内容保持原样。</translation>
    </message>
    <message>
        <source>%1 has changed on disk and is reloaded.</source>
        <translation>%1 在磁盘上已更改，正在重新读取。</translation>
    </message>
    <message>
        <source>%1 was deleted or renamed. It is shown until you open another photo.</source>
        <translation>%1 已被删除或重命名。在您离开之前会继续显示。</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoLoader</name>
    <message>
        <source>%1: not enough memory to open this photo</source>
        <translation>%1：内存不足，无法打开此照片</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseController</name>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>&amp;Type a Phrase</source>
        <translation>输入短语(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Previous Phrase</source>
        <translation>上一个短语(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Phrase</source>
        <translation>下一个短语(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Hide or Show Phrase</source>
        <translation>隐藏或显示短语(&amp;H)</translation>
    </message>
    <message>
        <source>Rena&amp;me Phrase</source>
        <translation>重命名短语(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Color of the Phrase…</source>
        <translation>短语的颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>Move Phrase &amp;Up</source>
        <translation>上移短语(&amp;U)</translation>
    </message>
    <message>
        <source>Move Phrase &amp;Down</source>
        <translation>下移短语(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove Phrase</source>
        <translation>移除短语(&amp;R)</translation>
    </message>
    <message>
        <source>Remove &amp;All Phrases</source>
        <translation>移除所有短语(&amp;A)</translation>
    </message>
    <message>
        <source>Color of “%1”</source>
        <translation>“%1”的颜色</translation>
    </message>
    <message>
        <source>C&amp;ompare With…</source>
        <translation>比较对象(&amp;O)…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Phrase to compare with “%1”:</source>
        <translation>与“%1”并列显示的短语：</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin Peak</source>
        <translation>固定或取消固定峰值(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Sort Phrases by Strength</source>
        <translation>按强度排序短语(&amp;S)</translation>
    </message>
    <message>
        <source>For &amp;This Photo or All Photos</source>
        <translation>用于此照片或所有照片(&amp;T)</translation>
    </message>
    <message>
        <source>people disagree</source>
        <translation>有分歧</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PhraseModel</name>
    <message>
        <source>%1
Highest value of the mean map: %2</source>
        <translation>%1
均值热图的最高值：%2</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1，已隐藏</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <translation>%1，失败</translation>
    </message>
    <message>
        <source>%1, not ready</source>
        <translation>%1，尚未完成</translation>
    </message>
    <message>
        <source>%1, peak %2</source>
        <translation>%1，峰值 %2</translation>
    </message>
    <message>
        <source>%1, strength %2</source>
        <translation>%1，强度 %2</translation>
    </message>
    <message>
        <source>%1, for this photo only</source>
        <translation>%1，仅限此照片</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a phrase and the verdict on it</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PhrasePanel</name>
    <message>
        <source>What to look for, such as a dog</source>
        <translation>要查找的内容：a dog</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter to see where it is.</source>
        <translation>输入短语并按 Enter 键，即可查看其位置。</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or try: %1</source>
        <translation>输入短语并按 Enter 键，或试试：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation>隐藏(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Click a word to see the map of that word alone</source>
        <translation>单击某个词可单独查看该词的位置</translation>
    </message>
    <message>
        <source>whole phrase</source>
        <translation>整个短语</translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation>词：%1</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>Com&amp;pare with the Current Phrase</source>
        <translation>与当前短语比较(&amp;P)</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Pin or Unpin Peak</source>
        <translation>固定或取消固定峰值(&amp;P)</translation>
    </message>
    <message>
        <source>Type a phrase and press Enter, or paste a list with one phrase per line</source>
        <translation>输入短语并按 Enter，或粘贴每行一个短语的列表</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>此照片</translation>
    </message>
    <message>
        <source>New phrases are for</source>
        <translation>新短语用于</translation>
    </message>
    <message>
        <source>Whether new phrases are for all photos or for the shown one only</source>
        <translation>新短语用于所有照片还是仅用于显示的照片</translation>
    </message>
    <message>
        <source>For &amp;All Photos</source>
        <translation>用于所有照片(&amp;A)</translation>
    </message>
    <message>
        <source>For &amp;This Photo Only</source>
        <translation>仅用于此照片(&amp;T)</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhraseRows</name>
    <message>
        <source>%1, %2: skipped (%3)</source>
        <translation>%1，%2：已跳过，%3</translation>
    </message>
    <message>
        <source>%1 at %2, %3</source>
        <translation>%1，位于 %2, %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 hits, peak %4</source>
        <translation>%1，%2：%3 命中，峰值 %4</translation>
    </message>
    <message>
        <source>%1, %2: %3 misses, peak %4</source>
        <translation>%1，%2：%3 未命中，峰值 %4</translation>
    </message>
</context>
<context>
    <name>gbs::app::PreferencesDialog</name>
    <message>
        <source>Show the map &amp;while typing</source>
        <translation>输入时显示热图(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Keep zoom and position between photos</source>
        <translation>切换照片时保持缩放和位置(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Preload neighboring photos</source>
        <translation>预先准备相邻的照片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Reopen last session</source>
        <translation>从上次会话结束处继续(&amp;G)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Follow system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language of the window. Changes take effect immediately.</source>
        <translation>窗口会立即以另一种语言重建</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colors of the window</source>
        <translation>窗口的颜色</translation>
    </message>
    <message>
        <source>Updates the map without pressing Enter</source>
        <translation>无需按 Enter 键，热图即随短语更新</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Delay before the map is updated, in milliseconds</source>
        <translation>停止输入多久后热图才更新，以毫秒为单位</translation>
    </message>
    <message>
        <source>If off, each photo is fitted to the window</source>
        <translation>关闭时：每张照片首先适合窗口显示</translation>
    </message>
    <message>
        <source>Reads and encodes the previous and the next photo while the program is idle</source>
        <translation>程序空闲时，预先读取并编码当前照片的前一张和后一张</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device that the model runs on. Automatic selects the first usable GPU.</source>
        <translation>模型运行所用的设备；自动时使用第一个可用的 GPU</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory for encoded photos, in megabytes. Takes effect when a model is loaded.</source>
        <translation>已编码照片所用的内存，以兆字节为单位；加载模型时生效</translation>
    </message>
    <message>
        <source>Memory for computed maps, in megabytes</source>
        <translation>已完成热图所用的内存，以兆字节为单位</translation>
    </message>
    <message>
        <source>Restores the folder, photo, phrases, layers and view at the next start</source>
        <translation>下次启动时恢复文件夹、照片、短语、图层和视图</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Dela&amp;y</source>
        <translation>停顿(&amp;U)</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>Memory for &amp;encoded photos</source>
        <translation>已编码照片的内存(&amp;E)</translation>
    </message>
    <message>
        <source>Memory for &amp;maps</source>
        <translation>热图的内存(&amp;M)</translation>
    </message>
    <message>
        <source>Startup</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Size of texts and buttons, on top of the system's. Takes effect at the next start.</source>
        <translation>文字和按钮的大小，叠加在系统设置之上。下次启动时生效。</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>缩放(&amp;S)</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>您的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Your name in the verdicts that you give from now on</source>
        <translation>今后您给出的判定所用的姓名</translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentController</name>
    <message>
        <source>P&amp;resent These Images</source>
        <translation>演示这些图像(&amp;R)</translation>
    </message>
    <message>
        <source>Full screen, phrase by phrase and image by image, starting here</source>
        <translation>全屏，从当前图像开始，逐个短语、逐幅图像演示</translation>
    </message>
    <message>
        <source>Present a S&amp;cript…</source>
        <translation>演示脚本(&amp;U)…</translation>
    </message>
    <message>
        <source>Full screen, with the images and phrases of a YAML file</source>
        <translation>全屏，演示 YAML 文件中的图像和短语</translation>
    </message>
    <message>
        <source>Present a script</source>
        <translation>演示脚本</translation>
    </message>
    <message>
        <source>Scripts (%1);;All files (*)</source>
        <translation>脚本 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open the images to present first.</source>
        <translation>请先打开要演示的图像。</translation>
    </message>
    <message>
        <source>Save as a &amp;Web Page…</source>
        <translation>保存为网页(&amp;W)…</translation>
    </message>
    <message>
        <source>The presentation of these images as one HTML file that works offline</source>
        <translation>将这些图像的演示保存为可离线使用的单个 HTML 文件</translation>
    </message>
    <message>
        <source>Save a Script as a We&amp;b Page…</source>
        <translation>将脚本保存为网页(&amp;B)…</translation>
    </message>
    <message>
        <source>The presentation of a YAML file as one HTML file that works offline</source>
        <translation>将 YAML 文件的演示保存为可离线使用的单个 HTML 文件</translation>
    </message>
    <message>
        <source>Save as a Web Page</source>
        <translation>保存为网页</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message numerus="yes">
        <source>Presentation of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的演示</numerusform>
        </translation>
    </message>
    <message>
        <source>Presentation written to %1.</source>
        <translation>演示已写入 %1。</translation>
    </message>
</context>
<context>
    <name>gbs::app::PresentationWindow</name>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>要查找的内容</translation>
    </message>
    <message>
        <source>%1, phrase %2 of %3</source>
        <comment>slide</comment>
        <translation>%1，第 %2 个短语，共 %3 个</translation>
    </message>
    <message>
        <source>Space, →, PgDn: next    ←, PgUp: back    T: type a phrase    B: blank the screen    L: laser pointer    N: speaker notes    D: compare with the detector    Esc: close</source>
        <translation>空格、→、PgDn：下一个    ←、PgUp：上一个    T：输入短语    B：黑屏    L：激光笔    N：演讲者备注    D：与检测器比较    Esc：关闭</translation>
    </message>
</context>
<context>
    <name>gbs::app::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近使用的内容(&amp;R)</translation>
    </message>
    <message>
        <source>No recent files</source>
        <translation>尚未打开过任何内容</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Remove all files and folders from this list</source>
        <translation>清除打开过的文件和文件夹的记录</translation>
    </message>
    <message>
        <source>%1 no longer exists</source>
        <translation>%1 已不存在</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewController</name>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>正确(&amp;R)</translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation>热图显示了短语所在的位置</translation>
    </message>
    <message>
        <source>&amp;Incorrect</source>
        <translation>错误(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>不确定(&amp;U)</translation>
    </message>
    <message>
        <source>Cannot be decided</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>&amp;Clear Verdict and Note</source>
        <translation>清除判定和备注(&amp;C)</translation>
    </message>
    <message>
        <source>Write a &amp;Note</source>
        <translation>填写备注(&amp;N)</translation>
    </message>
    <message>
        <source>Mark a &amp;Point</source>
        <translation>标记点(&amp;P)</translation>
    </message>
    <message>
        <source>Click the true location in the photo</source>
        <translation>在照片中单击真实位置</translation>
    </message>
    <message>
        <source>Mark a &amp;Box</source>
        <translation>标记框(&amp;B)</translation>
    </message>
    <message>
        <source>Draw a box around the true location in the photo</source>
        <translation>在照片中围绕真实位置画一个框</translation>
    </message>
    <message>
        <source>Use Model Pea&amp;k as Ground Truth</source>
        <translation>以模型峰值为真值(&amp;K)</translation>
    </message>
    <message>
        <source>Mark the peak of the mean map as the true location</source>
        <translation>将均值热图的最高值处标记为真实位置</translation>
    </message>
    <message>
        <source>Next Photo Without a &amp;Verdict</source>
        <translation>下一张未判定的照片(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Statistics…</source>
        <translation>统计(&amp;S)…</translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation>按模型和按短语的准确率与命中</translation>
    </message>
    <message>
        <source>Open a photo to judge.</source>
        <translation>请打开要判定的照片。</translation>
    </message>
    <message>
        <source>Type a phrase to judge.</source>
        <translation>请输入要判定的短语。</translation>
    </message>
    <message>
        <source>Reading the reviews of this folder…</source>
        <translation>正在读取此文件夹的评审记录…</translation>
    </message>
    <message>
        <source>Waiting for the model…</source>
        <translation>正在等待模型…</translation>
    </message>
    <message>
        <source>Every photo has a verdict.</source>
        <translation>每张照片都已有判定。</translation>
    </message>
    <message>
        <source>Reviews are not saved</source>
        <translation>评审记录未保存</translation>
    </message>
    <message>
        <source>The latest reviews cannot be saved. %1

Saving is retried every two seconds. If you close now, they are written to a file in your user folder; if that fails too, they are lost.</source>
        <translation>最近的评审记录无法保存。%1

程序每两秒重试一次。如果现在关闭，这些记录会存入您自己的文件；如果仍然失败，它们将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Close Anyway</source>
        <translation>仍然关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep Open</source>
        <translation>保持打开(&amp;K)</translation>
    </message>
    <message>
        <source>The phrase is in the photo, but the map points elsewhere</source>
        <translation>短语在照片中，但热图指向别处</translation>
    </message>
    <message>
        <source>&amp;Absent</source>
        <translation>不存在(&amp;A)</translation>
    </message>
    <message>
        <source>The phrase is not in the photo</source>
        <translation>短语不在照片中</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln photo(s)</source>
        <translation>
            <numerusform>%1：%Ln 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a Pol&amp;ygon</source>
        <translation>标记多边形(&amp;Y)</translation>
    </message>
    <message>
        <source>Click the corners around the true location in the photo</source>
        <translation>在照片中点击真实位置周围的角点</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person and a verdict</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Disagreement. %1</source>
        <translation>有分歧。%1</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExportActions</name>
    <message>
        <source>Export Verdicts for a Sp&amp;readsheet…</source>
        <translation>导出判定为电子表格(&amp;R)…</translation>
    </message>
    <message>
        <source>CSV: one row per verdict of this folder</source>
        <translation>CSV：此文件夹的每条判定占一行</translation>
    </message>
    <message>
        <source>Export &amp;All Reviews…</source>
        <translation>导出所有评审记录(&amp;A)…</translation>
    </message>
    <message>
        <source>JSONL: one object per photo and phrase of this folder</source>
        <translation>JSONL：此文件夹中每张照片的每个短语为一个对象</translation>
    </message>
    <message>
        <source>Export &amp;Marks as Phrases…</source>
        <translation>将标记导出为短语(&amp;M)…</translation>
    </message>
    <message>
        <source>TSV: the true locations of this folder in the format of gbs evaluate</source>
        <translation>TSV：此文件夹的真实位置，格式与 gbs evaluate 读取的相同</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 行写入 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot write %1. %2</source>
        <translation>未写入 %1。%2</translation>
    </message>
    <message>
        <source>Export reviews</source>
        <translation>导出评审记录</translation>
    </message>
    <message>
        <source>%1 files (%2);;All files (*)</source>
        <translation>%1 文件 (%2);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export A&amp;nnotations</source>
        <translation>导出标注(&amp;N)</translation>
    </message>
    <message>
        <source>Marks and verdicts of this folder, in a folder that you choose</source>
        <translation>将此文件夹的标记和判定写入您选择的文件夹</translation>
    </message>
    <message>
        <source>Export annotations into a folder</source>
        <translation>将标注导出到文件夹</translation>
    </message>
    <message>
        <source>&amp;labelme, X-AnyLabeling…</source>
        <translation>labelme, X-AnyLabeling(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;COCO…</source>
        <translation>COCO(&amp;C)…</translation>
    </message>
    <message>
        <source>Pascal &amp;VOC…</source>
        <translation>Pascal VOC(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;YOLO…</source>
        <translation>YOLO(&amp;Y)…</translation>
    </message>
    <message>
        <source>CVA&amp;T…</source>
        <translation>CVAT(&amp;T)…</translation>
    </message>
    <message numerus="yes">
        <source>Annotations of %n photo(s) written to %1</source>
        <translation>
            <numerusform>已将 %n 张照片的标注写入 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewExporter</name>
    <message>
        <source>Nothing to export: no place is marked in this folder.</source>
        <translation>此文件夹中尚未标记任何位置：没有可写入的内容。</translation>
    </message>
    <message>
        <source>Nothing to export: this folder has no verdicts.</source>
        <translation>此文件夹中尚未作出任何判定：没有可写入的内容。</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::PopoverButton</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1，%n 个正在运行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewPanel</name>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note on this phrase</source>
        <translation>此短语的备注</translation>
    </message>
    <message>
        <source>Stored with the verdict for this phrase, photo, and model</source>
        <translation>与对此短语、照片和模型的判定一同保存</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>停留</translation>
    </message>
    <message>
        <source>Next phrase, then next photo</source>
        <translation>下一个短语，然后下一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>After judging</source>
        <translation>判定之后</translation>
    </message>
    <message>
        <source>What to show after judging</source>
        <translation>作出判定后显示的内容</translation>
    </message>
    <message>
        <source>&amp;After judging:</source>
        <translation>判定之后(&amp;A)：</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Remove the verdict and the note</source>
        <translation>撤回判定和备注</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>真实位置</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>The map shows where the phrase is</source>
        <translation>热图显示了短语所在的位置</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Cannot be decided; not counted in the accuracy</source>
        <translation>无法判断：不计入准确率</translation>
    </message>
    <message>
        <source>Save now; saving is also retried every two seconds</source>
        <translation>立即尝试保存；程序也会每两秒尝试一次</translation>
    </message>
    <message>
        <source>Accuracy and hits by model and by phrase</source>
        <translation>按模型和按短语的准确率与命中</translation>
    </message>
    <message>
        <source>Nothing to judge</source>
        <translation>没有可判定的内容</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation>%2 中的“%1”</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>Accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <source>Mean map hits %1 of %2 marked</source>
        <translation>均值热图命中 %1 个（共标记 %2 个）</translation>
    </message>
    <message>
        <source>For this folder and model: correct / (correct + incorrect) with Wilson&apos;s 95 % interval. A map hits if its peak is in a marked box, or within 5 % of the photo&apos;s diagonal from a marked point.</source>
        <translation>此文件夹在此模型下：正确 / (正确 + 错误)，附 Wilson 95% 置信区间。当热图的最高值位于标记的框内，或距标记的点不超过照片对角线的 5% 时，即为命中。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>button and its key</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Stat&amp;istics…</source>
        <translation>统计(&amp;I)…</translation>
    </message>
    <message>
        <source>The phrase is in the photo, but the map points elsewhere</source>
        <translation>短语在照片中，但热图指向别处</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>The phrase is not in the photo; not counted in the accuracy</source>
        <translation>短语不在照片中；不计入准确率</translation>
    </message>
    <message>
        <source>%1 correct, %2 incorrect, %3 unsure, %4 absent</source>
        <translation>%1 个正确，%2 个错误，%3 个不确定，%4 个不存在</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewSession</name>
    <message>
        <source>“%1” is correct</source>
        <translation>将“%1”判为正确</translation>
    </message>
    <message>
        <source>“%1” is incorrect</source>
        <translation>将“%1”判为错误</translation>
    </message>
    <message>
        <source>No verdict on “%1”</source>
        <translation>取消对“%1”的判定</translation>
    </message>
    <message>
        <source>“%1” is unsure</source>
        <translation>将“%1”判为不确定</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>“%1”的备注</translation>
    </message>
    <message>
        <source>Clear “%1”</source>
        <translation>清除“%1”的判定和备注</translation>
    </message>
    <message>
        <source>Mark “%1”</source>
        <translation>标记“%1”</translation>
    </message>
    <message>
        <source>Move a mark of “%1”</source>
        <translation>移动“%1”的标记</translation>
    </message>
    <message>
        <source>Remove a mark of “%1”</source>
        <translation>移除“%1”的标记</translation>
    </message>
    <message>
        <source>“%1” in %2 was changed elsewhere in the meantime, by another window or person. That change was kept and is shown.</source>
        <translation>%2 中的“%1”在此期间已在别处（另一个窗口或另一个人）更改。该更改已保留并显示。</translation>
    </message>
    <message>
        <source>“%1” is absent</source>
        <translation>“%1”不存在</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>Mark %n phrase(s)</source>
        <translation>
            <numerusform>标记 %n 个短语</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) were changed in the meantime, and stay as they are.</source>
        <translation>
            <numerusform>有 %n 条评审记录在此期间被更改，保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewStatisticsDialog</name>
    <message>
        <source>Review statistics</source>
        <translation>评审统计</translation>
    </message>
    <message>
        <source>Statistics by model</source>
        <translation>按模型统计</translation>
    </message>
    <message>
        <source>Statistics by phrase</source>
        <translation>按短语统计</translation>
    </message>
    <message>
        <source>Filter by phrase</source>
        <translation>按短语筛选</translation>
    </message>
    <message>
        <source>Show the phrases that contain this text</source>
        <translation>显示包含此文本的短语</translation>
    </message>
    <message>
        <source>By &amp;model</source>
        <translation>按模型(&amp;M)</translation>
    </message>
    <message>
        <source>By &amp;phrase</source>
        <translation>按短语(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Accuracy is correct / (correct + incorrect); unsure and absent verdicts are not counted. A map hits if its peak is in a marked box, or within 5 % of the photo&apos;s diagonal from a marked point. Wilson&apos;s 95 % interval is in parentheses.</source>
        <translation>准确率为 正确 /（正确 + 错误）；不确定和不存在不计入。若热图峰值位于标注框内，或距标注点不超过照片对角线的 5 %，则为命中。括号内为 Wilson 95 % 区间。</translation>
    </message>
    <message>
        <source>Click a count to list its photos</source>
        <translation>点击数字以列出其照片</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>一致性(&amp;A)</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ReviewStatisticsModel</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 / %2：%3</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Incorrect</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>GbS hits</source>
        <translation>GbS 命中</translation>
    </message>
    <message>
        <source>i2t hits</source>
        <translation>i2t 命中</translation>
    </message>
    <message>
        <source>Mean hits</source>
        <translation>均值命中</translation>
    </message>
    <message>
        <source>correct / (correct + incorrect) in percent, with Wilson&apos;s 95 % interval</source>
        <translation>正确 / (正确 + 错误)，以百分比表示，附 Wilson 95% 置信区间</translation>
    </message>
    <message>
        <source>Share of the marked phrases whose peak hits, in percent with Wilson&apos;s 95 % interval</source>
        <translation>在所有已标记的热图中，最高值位于标记位置的热图所占的百分比，附 Wilson 95% 置信区间</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>不存在</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunRequests</name>
    <message>
        <source>Pause requested; the trainer has not confirmed it yet.</source>
        <translation>已请求暂停；训练程序尚未确认。</translation>
    </message>
    <message>
        <source>Resume requested; the trainer has not confirmed it yet.</source>
        <translation>已请求恢复；训练程序尚未确认。</translation>
    </message>
    <message>
        <source>Save and stop requested; the trainer has not stopped yet.</source>
        <translation>已请求保存并结束；训练程序尚未结束。</translation>
    </message>
    <message>
        <source>Checkpoint requested; a paused trainer saves it when it resumes.</source>
        <translation>已请求检查点；处于暂停的训练程序会在恢复时保存。</translation>
    </message>
    <message>
        <source>Checkpoint requested; the trainer has not saved it yet.</source>
        <translation>已请求检查点；尚未生成。</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunListModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Folder of the run</source>
        <translation>运行的文件夹</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>State of the trainer</source>
        <translation>其训练程序的动态，或其结束方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Completed and total steps</source>
        <translation>已完成的步数 / 总步数</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒照片数</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>图像/秒</translation>
    </message>
    <message>
        <source>Estimated time to the last step</source>
        <translation>按当前速率，到最后一步的时间</translation>
    </message>
    <message>
        <source>Time Left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Pointing accuracy of the best checkpoint (mean map, validation phrases)</source>
        <translation>最佳检查点的均值热图在验证短语上的指向准确率</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::RunChecks</name>
    <message>
        <source>Filter the runs</source>
        <translation>筛选运行</translation>
    </message>
    <message>
        <source>Runs to compare with</source>
        <translation>用于比较的运行</translation>
    </message>
    <message>
        <source>Checked runs are drawn over the selected one</source>
        <translation>勾选的运行绘制在所选运行之上</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::RunListPanel</name>
    <message>
        <source>No runs yet. Start one, attach a run started in a shell or on another machine, or choose another folder.</source>
        <translation>这里还没有运行。请启动一个，附加一个由 shell 或其他机器启动的运行，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>New Run…</source>
        <translation>新建运行…</translation>
    </message>
    <message>
        <source>Choose a recipe and options, then start training</source>
        <translation>选择配方和选项，并启动训练程序</translation>
    </message>
    <message>
        <source>Runs Folder…</source>
        <translation>运行文件夹…</translation>
    </message>
    <message>
        <source>The folder of the listed runs; new runs are created here</source>
        <translation>列出其中的运行并在其中新建运行的文件夹</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>附加…</translation>
    </message>
    <message>
        <source>Also list a run in another folder, for example on a mounted disk</source>
        <translation>同时列出其他文件夹中的运行，包括已挂载磁盘上的</translation>
    </message>
    <message>
        <source>Training runs</source>
        <translation>训练运行</translation>
    </message>
    <message>
        <source>The contents of trainer.log</source>
        <translation>训练程序写入 trainer.log 的内容</translation>
    </message>
    <message>
        <source>End of the trainer&apos;s log</source>
        <translation>训练程序日志的末尾</translation>
    </message>
    <message>
        <source>The end of trainer.log, for runs started from this window</source>
        <translation>trainer.log 的末尾（若运行由此窗口启动）</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause after this step</source>
        <translation>要求训练程序在此步之后等待</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Resume training</source>
        <translation>让暂停的训练程序继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop; the run can be continued</source>
        <translation>要求训练程序保存检查点并结束；之后可以继续</translation>
    </message>
    <message>
        <source>Save Now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Save a checkpoint after this step</source>
        <translation>要求训练程序在此步之后保存检查点</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>继续…</translation>
    </message>
    <message>
        <source>Continue from the latest checkpoint; a completed run gets more steps</source>
        <translation>启动训练程序，从最新的检查点接着训练；已完成的运行会增加步数</translation>
    </message>
    <message>
        <source>Fork…</source>
        <translation>派生…</translation>
    </message>
    <message>
        <source>Start a new run from the weights of a checkpoint, with other options</source>
        <translation>以其某个检查点的权重、用其他选项新建运行</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run and its state</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreBars</name>
    <message>
        <source>Pointing accuracy in %</source>
        <translation>指向准确率（%）</translation>
    </message>
    <message>
        <source>Pointing accuracy by groups of phrases</source>
        <translation>按短语分组的指向准确率</translation>
    </message>
    <message>
        <source>Click a bar to list its phrases. The thin lines are 95 % intervals.</source>
        <translation>点击一根柱可逐个查看其短语。细线为 95 % 区间。</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreTableModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 phrases, 95 % interval %3 to %4</source>
        <translation>%1 / %2 个短语，95 % 区间 %3 至 %4</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能量</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>框</translation>
    </message>
    <message>
        <source>Pointing accuracy in %: the map&apos;s peak is in a box of the phrase</source>
        <translation>指向准确率（%）：图的最大值位于该短语的某个框内</translation>
    </message>
    <message>
        <source>Wilson&apos;s interval of the accuracy in %</source>
        <translation>准确率的 Wilson 区间（%）</translation>
    </message>
    <message>
        <source>Mean share of the map&apos;s sum inside the boxes, in %</source>
        <translation>框内部分占图总和的平均比例（%）</translation>
    </message>
    <message>
        <source>Phrases whose thresholded map gives a box with an IoU of 0.5 or more, in %</source>
        <translation>以固定阈值截取后其图给出 IoU 不低于 0.5 的框的短语（%）</translation>
    </message>
</context>
<context>
    <name>gbs::app::SeparationTab</name>
    <message>
        <source>%1 is too large</source>
        <translation>%1 过大</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 已损坏</translation>
    </message>
    <message>
        <source>The preview of step %1 cannot be read. It may have been deleted, since only the latest previews are kept.</source>
        <translation>第 %1 步的预览已不存在或无法读取：只保留最新的预览。</translation>
    </message>
    <message>
        <source>%1 is damaged: it lists no blends.</source>
        <translation>%1 已损坏：其中未列出混合图。</translation>
    </message>
    <message>
        <source>This preview has no blend %1.</source>
        <translation>此预览中没有混合图 %1。</translation>
    </message>
    <message>
        <source>Perlin noise</source>
        <translation>Perlin 噪声</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>高斯函数</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Scale &amp; Shift</source>
        <translation>缩放与平移</translation>
    </message>
    <message>
        <source>Half plane</source>
        <translation>半平面</translation>
    </message>
    <message>
        <source>Recurrent</source>
        <translation>循环生成</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>所显示的内容</translation>
    </message>
    <message>
        <source>Previous preview</source>
        <translation>较早的预览</translation>
    </message>
    <message>
        <source>Previous preview (Page Up)</source>
        <translation>上一个预览 (Page Up)</translation>
    </message>
    <message>
        <source>Next preview</source>
        <translation>较晚的预览</translation>
    </message>
    <message>
        <source>Next preview (Page Down)</source>
        <translation>下一个预览 (Page Down)</translation>
    </message>
    <message>
        <source>Steps through the saved previews</source>
        <translation>在保留的预览之间回退；相邻两个之间相隔若干训练步</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Lates&amp;t</source>
        <translation>最新(&amp;T)</translation>
    </message>
    <message>
        <source>Always shows the latest preview</source>
        <translation>始终显示最新的预览</translation>
    </message>
    <message>
        <source>Shows only blends of this alpha generator</source>
        <translation>仅显示以此方式生成 alpha 图的混合图</translation>
    </message>
    <message>
        <source>Alpha generator</source>
        <translation>alpha 生成方式</translation>
    </message>
    <message>
        <source>Blend to show</source>
        <translation>预览中的哪一幅混合图</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合图</translation>
    </message>
    <message>
        <source>A&amp;lpha</source>
        <translation>Alpha(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Blend</source>
        <translation>混合图(&amp;B)</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Choose a run to see how it separates blends.</source>
        <translation>请选择一个运行，以查看它如何分离混合图。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>This run has no preview yet. The option preview.every sets how often it saves one.</source>
        <translation>此运行尚未保留预览。选项 preview.every 决定保留的频率。</translation>
    </message>
    <message>
        <source>This preview has no blend with this alpha generator. Choose another preview or generator.</source>
        <translation>此预览中没有采用此 alpha 的混合图。请转到其他预览，或选择其他 alpha。</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number of a blend, and its alpha map</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Save &amp;Image…</source>
        <translation>保存图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Saves the images shown as one PNG file</source>
        <translation>将显示的图像保存为一个 PNG 文件</translation>
    </message>
    <message>
        <source>Save Separation</source>
        <translation>保存分离结果</translation>
    </message>
    <message>
        <source>Separation saved to %1.</source>
        <translation>分离结果已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::SeparationView</name>
    <message>
        <source>A blend and how the model separates it</source>
        <translation>一幅混合图以及模型如何将其分离</translation>
    </message>
    <message>
        <source>not in this preview</source>
        <translation>不在此预览中</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;1&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;1&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The first photo and its caption</source>
        <translation>第一张照片及其图片说明</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;2&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;2&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The second photo and its caption</source>
        <translation>第二张照片及其图片说明</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Weight of the first photo: white is 1</source>
        <translation>第一张照片所占的比例：白色表示全部</translation>
    </message>
    <message>
        <source>I&lt;sub&gt;b&lt;/sub&gt;</source>
        <translation>I&lt;sub&gt;b&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>The blend: α I1 + (1 − α) I2</source>
        <translation>混合图：α I1 + (1 − α) I2</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;1&lt;/sub&gt;)</source>
        <translation>H(T&lt;sub&gt;1&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Where the model sees the first caption in the blend</source>
        <translation>模型在混合图中何处看到第一条图片说明</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;2&lt;/sub&gt;)</source>
        <translation>H(T&lt;sub&gt;2&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Where the model sees the second caption in the blend</source>
        <translation>模型在混合图中何处看到第二条图片说明</translation>
    </message>
    <message>
        <source>α, its target</source>
        <translation>α，目标</translation>
    </message>
    <message>
        <source>The target of H(T1)</source>
        <translation>H(T1) 应有的样子</translation>
    </message>
    <message>
        <source>1 − α, its target</source>
        <translation>1 − α，目标</translation>
    </message>
    <message>
        <source>The target of H(T2)</source>
        <translation>H(T2) 应有的样子</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Absolute difference of map and target: black is 0, yellow is 1</source>
        <translation>热图与目标之间的差距：黑色为无，黄色为 1</translation>
    </message>
    <message>
        <source>mean squared error %1</source>
        <translation>均方 %1</translation>
    </message>
    <message>
        <source>H(T&lt;sub&gt;neg&lt;/sub&gt;)</source>
        <translation>H(T&lt;sub&gt;neg&lt;/sub&gt;)</translation>
    </message>
    <message>
        <source>Map of a text that matches neither photo; should be dark</source>
        <translation>不属于任一照片的文本的热图：应当全暗</translation>
    </message>
    <message>
        <source>mean %1, should be 0</source>
        <translation>均值 %1，应为 0</translation>
    </message>
    <message>
        <source>H without text</source>
        <translation>无文本的 H</translation>
    </message>
    <message>
        <source>Map without text; should be gray, 0.5 everywhere</source>
        <translation>无文本时的热图：应为灰色，处处为 0.5</translation>
    </message>
    <message>
        <source>mean %1, should be %2</source>
        <translation>均值 %1，应为 %2</translation>
    </message>
    <message>
        <source>This preview lacks %1.</source>
        <translation>此预览缺少：%1。</translation>
    </message>
</context>
<context>
    <name>gbs::app::SettingsController</name>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>Opens the documentation: first steps, tasks, formats</source>
        <translation>打开文档：入门、任务、格式</translation>
    </message>
    <message>
        <source>No program opens %1</source>
        <translation>没有程序可以打开 %1</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>Language, colors, memory and more</source>
        <translation>语言、颜色、内存等</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>Search and change the shortcuts of all actions</source>
        <translation>所有操作及其快捷键，可搜索和更改</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>复制诊断信息(&amp;D)</translation>
    </message>
    <message>
        <source>Copies versions, devices, settings and the last log lines for a bug report</source>
        <translation>版本、设备、设置以及日志的最后几行，用于报告故障</translation>
    </message>
    <message>
        <source>&amp;About GbS Explorer</source>
        <translation>关于 GbS Explorer(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Follow &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>The diagnostics have been copied to the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>gbs::app::ShortcutModel</name>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>gbs::app::ShortcutsDialog</name>
    <message>
        <source>&amp;Set</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Reset &amp;All</source>
        <translation>全部重置(&amp;A)</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search actions, menus and keys</source>
        <translation>搜索操作、菜单和快捷键</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Press the new key combination</source>
        <translation>请按下要用于此操作的键</translation>
    </message>
    <message>
        <source>Assigns the key to this action and removes it from others</source>
        <translation>此操作将使用该快捷键；原先使用它的操作会失去它</translation>
    </message>
    <message>
        <source>Removes all keys of this action</source>
        <translation>此操作将没有快捷键</translation>
    </message>
    <message>
        <source>Resets this action to its default keys</source>
        <translation>恢复此操作的默认快捷键</translation>
    </message>
    <message>
        <source>Resets all actions to their default keys</source>
        <translation>恢复所有操作的默认快捷键</translation>
    </message>
    <message>
        <source>New &amp;key</source>
        <translation>新快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 is assigned to %2. Setting it here removes it there.</source>
        <translation>%1 已分配给 %2；在此设置后，原操作会失去该快捷键。</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::StartPage</name>
    <message>
        <source>Sample photos</source>
        <translation>示例照片</translation>
    </message>
    <message>
        <source>Three things to try</source>
        <translation>三个可尝试的例子</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近的文件夹</translation>
    </message>
    <message>
        <source>Open Photo…</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open one or more photos</source>
        <translation>打开一张或多张照片</translation>
    </message>
    <message>
        <source>Open all photos in a folder</source>
        <translation>打开文件夹中的所有照片</translation>
    </message>
    <message>
        <source>Open a photo or folder, or drop one here. Then type what to look for and press Enter.</source>
        <translation>打开照片或文件夹，或将其拖放到此处。然后输入要查找的内容，并按 Enter 键。</translation>
    </message>
    <message>
        <source>See where a phrase is in a photo</source>
        <translation>查看短语在照片中的位置</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Find “%1” in %2</source>
        <translation>在 %2 中查找“%1”</translation>
    </message>
    <message>
        <source>Open the photo and search for the phrase</source>
        <translation>打开照片并输入短语</translation>
    </message>
</context>
<context>
    <name>gbs::app::StatusLine</name>
    <message>
        <source>Time for the photo and the last phrase, in milliseconds</source>
        <translation>照片和最近一个短语所用的时间，以毫秒为单位</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Model: %1
Image encoder: %2, input %3 × %3 pixels
Text encoder: %4</source>
        <translation>模型：%1
图像编码器：%2，输入 %3 × %3 像素
文本编码器：%4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>设备：%1</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>无模型</translation>
    </message>
</context>
<context>
    <name>gbs::app::TrainController</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;New Run…</source>
        <translation>新建运行(&amp;N)…</translation>
    </message>
    <message>
        <source>Choose a recipe and options and start training</source>
        <translation>选择配方和选项，并启动训练程序</translation>
    </message>
    <message>
        <source>&amp;Attach a Run…</source>
        <translation>附加运行(&amp;A)…</translation>
    </message>
    <message>
        <source>List a run that was started from a shell or on another machine</source>
        <translation>列出由 shell 或其他机器启动的运行，无论正在运行还是已结束</translation>
    </message>
    <message>
        <source>Runs &amp;Folder…</source>
        <translation>运行文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the folder whose runs are listed</source>
        <translation>列出其中运行的文件夹</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the trainer of the selected run</source>
        <translation>要求所选运行的训练程序等待</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Resume a paused trainer</source>
        <translation>让暂停的训练程序继续</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Save a checkpoint and stop the trainer</source>
        <translation>要求训练程序保存检查点并结束</translation>
    </message>
    <message>
        <source>Save a Chec&amp;kpoint Now</source>
        <translation>立即保存检查点(&amp;K)</translation>
    </message>
    <message>
        <source>Save a checkpoint after the current step</source>
        <translation>要求训练程序在此步之后保存检查点</translation>
    </message>
    <message>
        <source>&amp;Continue…</source>
        <translation>继续(&amp;C)…</translation>
    </message>
    <message>
        <source>Start a trainer that continues from the latest checkpoint</source>
        <translation>启动训练程序，从最新的检查点接着训练</translation>
    </message>
    <message>
        <source>F&amp;ork…</source>
        <translation>派生(&amp;O)…</translation>
    </message>
    <message>
        <source>Start a new run from the weights of a checkpoint, with other options</source>
        <translation>以某个检查点的权重、用其他选项新建运行</translation>
    </message>
    <message>
        <source>&amp;Ground with the Latest Checkpoint</source>
        <translation>用最新的检查点定位(&amp;G)</translation>
    </message>
    <message>
        <source>Load the latest checkpoint of the selected run into the window</source>
        <translation>将所选运行的最新检查点作为窗口的模型</translation>
    </message>
    <message>
        <source>Follow Ne&amp;w Checkpoints</source>
        <translation>跟随新的检查点(&amp;W)</translation>
    </message>
    <message>
        <source>Load each new checkpoint of the selected run into the window, at most every ten seconds</source>
        <translation>将所选运行的每个新检查点作为窗口的模型，最多每十秒一次</translation>
    </message>
    <message>
        <source>Grounding with the checkpoint at step %1 of %2</source>
        <translation>正在用 %2 第 %1 步的检查点定位</translation>
    </message>
    <message>
        <source>%1 has no checkpoint yet</source>
        <translation>%1 还没有检查点</translation>
    </message>
    <message>
        <source>Folder of training runs</source>
        <translation>训练运行的文件夹</translation>
    </message>
    <message>
        <source>Folder of one training run</source>
        <translation>单个训练运行的文件夹</translation>
    </message>
    <message>
        <source>%1 is not a training run: it has neither a status.json nor a config.yaml</source>
        <translation>%1 不是训练运行：其中既没有 status.json 也没有 config.yaml</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>The run is complete. Additional steps for its last stage (its schedule is stretched):</source>
        <translation>运行已完成。为最后一个阶段增加步数（其计划会相应拉长）：</translation>
    </message>
    <message>
        <source>Step %1 (best)</source>
        <translation>第 %1 步，最佳</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Fork %1</source>
        <translation>派生 %1</translation>
    </message>
    <message>
        <source>Checkpoint whose weights the new run starts from:</source>
        <translation>新运行起始权重所用的检查点：</translation>
    </message>
</context>
<context>
    <name>gbs::app::TrainingTabs</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Runs of a folder and their controls</source>
        <translation>文件夹中的运行，以及可对所选运行执行的操作</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Losses, rates and pointing accuracy of the selected run</source>
        <translation>所选运行的损失、速率和指向准确率</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>分离</translation>
    </message>
    <message>
        <source>Blends of the selected run and their separation by the model</source>
        <translation>所选运行的混合图，以及模型如何将其分离</translation>
    </message>
    <message>
        <source>Film Strip</source>
        <translation>胶片条</translation>
    </message>
    <message>
        <source>One phrase for each checkpoint of the selected run</source>
        <translation>所选运行各检查点下的同一短语</translation>
    </message>
    <message>
        <source>Alpha Studio</source>
        <translation>Alpha 工作室</translation>
    </message>
    <message>
        <source>Generators of alpha maps, drawn without training</source>
        <translation>alpha 图的各生成器，无需训练即可绘制</translation>
    </message>
    <message>
        <source>Selected run</source>
        <translation>所选的运行</translation>
    </message>
    <message>
        <source>No run selected</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>%1: %2, step %3 of %4</source>
        <translation>%1：%2，第 %3 / %4 步</translation>
    </message>
    <message>
        <source>The curves of a run are shown here: its losses, rates and pointing accuracy.</source>
        <translation>运行的曲线显示在这里：损失、速率和指向准确率。</translation>
    </message>
    <message>
        <source>The blends of a run are shown here, and how its model separates them.</source>
        <translation>运行的混合图像显示在这里，以及它的模型如何分离它们。</translation>
    </message>
    <message>
        <source>One phrase is shown here under each checkpoint of a run.</source>
        <translation>一个短语在运行的每个检查点下的结果显示在这里。</translation>
    </message>
    <message>
        <source>Choose a Run</source>
        <translation>选择运行</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::StrengthChip</name>
    <message>
        <source>strong</source>
        <comment>strength of a phrase</comment>
        <translation>强</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>strength of a phrase</comment>
        <translation>中</translation>
    </message>
    <message>
        <source>weak</source>
        <comment>strength of a phrase</comment>
        <translation>弱</translation>
    </message>
    <message>
        <source>none</source>
        <comment>strength of a phrase</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>At least three of four such phrases are in their photos.</source>
        <translation>这类短语至少四分之三出现在照片中。</translation>
    </message>
    <message>
        <source>More likely in the photo than not.</source>
        <translation>更可能在照片中。</translation>
    </message>
    <message>
        <source>More likely not in the photo. Look before you believe the map.</source>
        <translation>更可能不在照片中。相信热图之前请先查看。</translation>
    </message>
    <message>
        <source>Hardly in the photo, or in words that the model does not know. The map points at what comes closest.</source>
        <translation>很可能不在照片中，或者用了模型不认识的词。热图指向最接近的内容。</translation>
    </message>
    <message>
        <source>Strength %1 (%2). %3</source>
        <translation>强度 %1（%2）。%3</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::TruthPanel</name>
    <message>
        <source>Box %1</source>
        <translation>框 %1</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>点 %1</translation>
    </message>
    <message>
        <source>Mark a point</source>
        <translation>标记点</translation>
    </message>
    <message>
        <source>Click the object in the photo</source>
        <translation>然后在照片中单击真实位置</translation>
    </message>
    <message>
        <source>Mark a box</source>
        <translation>标记框</translation>
    </message>
    <message>
        <source>Draw a box around the object in the photo</source>
        <translation>然后在照片中围绕真实位置画一个框</translation>
    </message>
    <message>
        <source>Mark the peak</source>
        <translation>标记峰值</translation>
    </message>
    <message>
        <source>Mark the peak of the mean map as the ground truth</source>
        <translation>将均值热图的最高值处标记为真实位置</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>The next mark replaces the selected one. In the list, Ctrl and the arrow keys move it by one pixel; with Shift, by ten.</source>
        <translation>下一个标记将替换所选标记。在列表中，按 Ctrl 加方向键可将其移动一个像素，同时按 Shift 则移动十个像素。</translation>
    </message>
    <message>
        <source>Remove the mark</source>
        <translation>移除标记</translation>
    </message>
    <message>
        <source>Remove the selected mark</source>
        <translation>移除所选标记</translation>
    </message>
    <message>
        <source>Ground truth of the phrase</source>
        <translation>短语的真实位置</translation>
    </message>
    <message>
        <source>Photo pixels: x, y from the top left corner, starting at 0</source>
        <translation>照片的像素：x、y 从左上角算起，从 0 开始计数</translation>
    </message>
    <message numerus="yes">
        <source>Polygon of %n corner(s), %1</source>
        <translation>
            <numerusform>%n 个角点的多边形，%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark a polygon</source>
        <translation>标记多边形</translation>
    </message>
    <message>
        <source>Click the corners around the object; a double click or Enter closes the polygon</source>
        <translation>点击物体周围的角点；双击或按 Enter 闭合多边形</translation>
    </message>
</context>
<context>
    <name>gbs::app::Workspaces</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Find phrases in photos</source>
        <translation>在照片中查找短语</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>评审</translation>
    </message>
    <message>
        <source>Judge the maps and mark the truth</source>
        <translation>评判热图并标注真值</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Start and watch training runs</source>
        <translation>启动并观察训练运行</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>基准测试</translation>
    </message>
    <message>
        <source>Score models and look at their misses</source>
        <translation>评测模型并查看其失误</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put the panels of this workspace back to their first places</source>
        <translation>将此工作区的面板放回最初的位置</translation>
    </message>
</context>
<context>
    <name>gbs::app::WalkBar</name>
    <message>
        <source>Load the Model of the Result</source>
        <translation>加载该结果的模型</translation>
    </message>
    <message>
        <source>Back to My Photos</source>
        <translation>返回我的照片</translation>
    </message>
    <message>
        <source>The maps are those of %1, whose result this is.</source>
        <translation>热图来自 %1，这正是它的结果。</translation>
    </message>
    <message>
        <source>The maps are those of %1. The result does not say which model it is of.</source>
        <translation>热图来自 %1。该结果没有说明属于哪个模型。</translation>
    </message>
    <message>
        <source>The maps are those of %1, but the result is of %2, which is not loaded.</source>
        <translation>热图来自 %1，但结果属于未加载的 %2。</translation>
    </message>
</context>
<context>
    <name>gbs::app::PhotoActions</name>
    <message>
        <source>Show in &amp;File Manager</source>
        <translation>在文件管理器中显示(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder of the photo</source>
        <translation>打开照片所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Open in Another Program</source>
        <translation>用其他程序打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open the photo in its default program</source>
        <translation>用默认程序打开照片</translation>
    </message>
    <message>
        <source>Copy Pat&amp;h</source>
        <translation>复制路径(&amp;H)</translation>
    </message>
    <message>
        <source>Copy the path of the photo</source>
        <translation>复制照片的路径</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>复制图像(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the photo without its maps</source>
        <translation>复制不带热图的照片</translation>
    </message>
</context>
<context>
    <name>gbs::app::ScoreController</name>
    <message>
        <source>Photos by Score</source>
        <translation>按得分排列的照片</translation>
    </message>
    <message>
        <source>&amp;Sort the Photos by This Phrase</source>
        <translation>按此短语排列照片(&amp;S)</translation>
    </message>
    <message>
        <source>Show all listed photos with the map of the phrase, the best first</source>
        <translation>显示列表中所有照片及该短语的热图，最好的在前</translation>
    </message>
    <message>
        <source>“%1”: stopped</source>
        <translation>“%1”：已停止</translation>
    </message>
    <message>
        <source>Open a folder and type a phrase first.</source>
        <translation>请先打开文件夹并输入短语。</translation>
    </message>
    <message>
        <source>Only the first %1 photos of the list are scored.</source>
        <translation>只对列表中的前 %1 张照片评分。</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::ScoreGrid</name>
    <message>
        <source>&amp;Score the Photos</source>
        <translation>为照片评分(&amp;S)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>Photos scored</source>
        <translation>已评分的照片</translation>
    </message>
    <message>
        <source>Find the current phrase in all listed photos, the best first</source>
        <translation>在列表的所有照片中查找当前短语，最好的在前</translation>
    </message>
    <message>
        <source>Photos by the score of the phrase</source>
        <translation>按短语得分排列的照片</translation>
    </message>
    <message>
        <source>All listed photos with the map of the current phrase, the best first.</source>
        <translation>列表中所有照片及当前短语的热图，最好的在前。</translation>
    </message>
    <message>
        <source>Score the Photos</source>
        <translation>为照片评分</translation>
    </message>
    <message>
        <source>Strongest first</source>
        <translation>最强在前</translation>
    </message>
    <message>
        <source>Highest value first</source>
        <translation>数值最高在前</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>The strength says how likely the photo shows the phrase</source>
        <translation>强度表示照片中出现该短语的可能性</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>继续(&amp;U)</translation>
    </message>
    <message>
        <source>Continue with the remaining photos</source>
        <translation>继续处理剩余的照片</translation>
    </message>
    <message>
        <source>Wait; the photo that was begun is finished first</source>
        <translation>等待；先完成已开始的照片</translation>
    </message>
</context>
<context>
    <name>gbs::widgets::MapHistogram</name>
    <message>
        <source>Values of the map</source>
        <translation>热图的值</translation>
    </message>
    <message>
        <source>How often each value from 0 to 1 is in the map. Drag the limits of the colors; Left and Right move the last one, Up and Down choose it.</source>
        <translation>0 到 1 的每个值在热图中出现的频率。拖动颜色的界限；左右键移动上次的界限，上下键切换。</translation>
    </message>
    <message>
        <source>Colors from %1 to %2</source>
        <translation>颜色从 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>gbs::app::TeamController</name>
    <message>
        <source>&amp;Import Reviews…</source>
        <translation>导入评审记录(&amp;I)…</translation>
    </message>
    <message>
        <source>Take the reviews of another person into those of this folder; everyone's verdicts are kept</source>
        <translation>将另一人的评审记录并入此文件夹的记录；每个人的判定都会保留</translation>
    </message>
    <message>
        <source>Photos with &amp;Disagreement</source>
        <translation>有分歧的照片(&amp;D)</translation>
    </message>
    <message>
        <source>List the photos with a phrase on which people's verdicts differ</source>
        <translation>列出各人对某个短语判定不同的照片</translation>
    </message>
    <message>
        <source>Import reviews</source>
        <translation>导入评审记录</translation>
    </message>
    <message>
        <source>Reviews (%1);;All files (*)</source>
        <translation>评审记录 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Verdicts in %1 have no name. Who gave them?</source>
        <translation>%1 中有未署名的判定。是谁给出的？</translation>
    </message>
    <message>
        <source>%1: %2 verdicts and %3 marks were taken in. People disagree on %4 phrases.</source>
        <translation>%1：已并入 %2 条判定和 %3 个标记。有 %4 个短语存在分歧。</translation>
    </message>
    <message>
        <source>Nobody disagrees in this folder.</source>
        <translation>此文件夹中没有分歧。</translation>
    </message>
    <message numerus="yes">
        <source>Disagreement: %n phrase(s)</source>
        <translation>
            <numerusform>分歧：%n 个短语</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::widgets::AgreementTable</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Judged by all</source>
        <translation>所有人都已判定</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Agreement beyond that of chance: 0 is chance, 1 is always. Cohen's of two people, Fleiss' of more.</source>
        <translation>超出偶然的一致程度：0 为偶然，1 为完全一致。两人用 Cohen，多人用 Fleiss。</translation>
    </message>
    <message>
        <source>Agreement of people</source>
        <translation>人员之间的一致性</translation>
    </message>
    <message>
        <source>Click a row to list the photos on which these people disagree</source>
        <translation>单击一行可列出这些人有分歧的照片</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（未署名）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>gbs::app::ReviewWorker</name>
    <message>
        <source>The reviews of %1 are not open.</source>
        <translation>%1 的评审记录未打开。</translation>
    </message>
</context>
<context>
    <name>gbs::app::WorkListController</name>
    <message>
        <source>Open &amp;Work List…</source>
        <translation>打开工作列表(&amp;W)…</translation>
    </message>
    <message>
        <source>A table of photos and phrases to judge (CSV: image, phrase, annotator)</source>
        <translation>待判定的照片和短语的表格（CSV：image、phrase、annotator）</translation>
    </message>
    <message>
        <source>Close Wor&amp;k List</source>
        <translation>关闭工作列表(&amp;K)</translation>
    </message>
    <message>
        <source>Open a work list</source>
        <translation>打开工作列表</translation>
    </message>
    <message>
        <source>Work lists (%1);;All files (*)</source>
        <translation>工作列表 (%1);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open the work list</source>
        <translation>打开工作列表</translation>
    </message>
    <message>
        <source>Work list: %1 of %2 judged</source>
        <translation>工作列表：已判定 %1 / %2</translation>
    </message>
    <message>
        <source> (%1 in photos that are not open)</source>
        <translation>（%1 个在未打开的照片中）</translation>
    </message>
</context>
<context>
    <name>BoxesText</name>
    <message>
        <source>This detector gives maps, not boxes.</source>
        <translation>此检测器给出的是图，而不是框。</translation>
    </message>
    <message>
        <source>%1 boxes for %2 phrases written to %3.</source>
        <translation>已将 %2 个短语的 %1 个框写入 %3。</translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorController</name>
    <message>
        <source>De&amp;tector</source>
        <translation>检测器(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Run…</source>
        <translation>运行(&amp;R)…</translation>
    </message>
    <message>
        <source>Ask a detector for the boxes of the shown photo and phrase</source>
        <translation>向检测器询问当前照片和短语的框</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>End the detector that runs</source>
        <translation>结束正在运行的检测器</translation>
    </message>
    <message>
        <source>&amp;Write Boxes…</source>
        <translation>写出框(&amp;W)…</translation>
    </message>
    <message>
        <source>Write the detector&apos;s boxes for the phrases of all photos as JSONL</source>
        <translation>将检测器对所有照片短语给出的框写为 JSONL</translation>
    </message>
    <message>
        <source>Write Boxes</source>
        <translation>写出框</translation>
    </message>
    <message>
        <source>Boxes (%1)</source>
        <translation>框 (%1)</translation>
    </message>
    <message>
        <source>There is no phrase to look for: add one to the list first.</source>
        <translation>没有要查找的短语：请先在列表中添加一个。</translation>
    </message>
    <message numerus="yes">
        <source>Boxes of %n photo(s)</source>
        <translation>
            <numerusform>%n 张照片的框</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gbs::app::DetectorDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Run a Detector</source>
        <translation>运行检测器</translation>
    </message>
    <message>
        <source>The name of a bridge with its options, such as owlv2 --weights FOLDER, or a command of your own</source>
        <translation>桥接程序的名称及其选项，例如 owlv2 --weights FOLDER，或您自己的命令</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>What the detector writes</source>
        <translation>检测器的输出</translation>
    </message>
    <message>
        <source>&amp;Detector:</source>
        <translation>检测器(&amp;D)：</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>answering: %1</source>
        <translation>正在应答：%1</translation>
    </message>
    <message>
        <source>ready: %1</source>
        <translation>就绪：%1</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunningDetector</name>
    <message>
        <source>The detector %1 has ended by itself.</source>
        <translation>检测器 %1 自行结束。</translation>
    </message>
</context>
<context>
    <name>gbs::app::MarksController</name>
    <message>
        <source>Use &amp;Ground Truth as Marks</source>
        <translation>将真值标注用作标记(&amp;G)</translation>
    </message>
    <message>
        <source>Marks the boxes, outlines and points of the ground truth in all open photos, for phrases without marks</source>
        <translation>在所有打开的照片中，为没有标记的短语标出真值标注的框、轮廓和点</translation>
    </message>
    <message numerus="yes">
        <source>Marks added to %n phrase(s).</source>
        <translation>
            <numerusform>已为 %n 个短语添加标记。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewExport</name>
    <message>
        <source>Nothing to export: nothing is marked or judged in this folder.</source>
        <translation>没有可导出的内容：此文件夹中没有标记或判定。</translation>
    </message>
</context>
<context>
    <name>gbs::app::CommandRow</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Command of a detector</source>
        <translation>检测器的命令</translation>
    </message>
    <message>
        <source>A detector that is asked during the run, as in Model &gt; Detector &gt; Run: the name of a bridge with its options, or a command of your own. NAME=COMMAND gives its maps a name.</source>
        <translation>在运行期间询问的检测器，与“模型 &gt; 检测器 &gt; 运行”相同：桥接程序的名称及其选项，或您自己的命令。NAME=COMMAND 为其图命名。</translation>
    </message>
    <message>
        <source>Scores this detector, too</source>
        <translation>也为此检测器评分</translation>
    </message>
    <message>
        <source>owlv2 --weights FOLDER</source>
        <translation>owlv2 --weights FOLDER</translation>
    </message>
</context>
<context>
    <name>DetectorCommands</name>
    <message>
        <source>There is no program “%1”. Type the name of a bridge (%2) with its options, or a command.</source>
        <translation>没有程序“%1”。请输入桥接程序的名称（%2）及其选项，或一个命令。</translation>
    </message>
</context>
<context>
    <name>gbs::app::RunBar</name>
    <message>
        <source>St&amp;art</source>
        <translation>开始(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>停止(&amp;P)</translation>
    </message>
    <message>
        <source>Starts scoring from the beginning</source>
        <translation>从头评分</translation>
    </message>
    <message>
        <source>Resumes a paused run, or a stopped one from the scores in the file</source>
        <translation>继续已暂停的运行，或接着已停止的运行在文件中保留的内容继续</translation>
    </message>
    <message>
        <source>Lets the run wait; the photo that it has begun is finished first</source>
        <translation>让运行等待；先完成已开始的照片</translation>
    </message>
    <message>
        <source>Stops the run and keeps the scores so far</source>
        <translation>结束运行；已评分的内容会保留</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>%1 of %2 phrases</source>
        <translation>%1 / %2 个短语</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>已暂停。%1</translation>
    </message>
</context>
</TS>
