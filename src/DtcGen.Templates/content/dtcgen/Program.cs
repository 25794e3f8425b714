using DtcGen;
using DtcGen.Onnx;
using DtcGen.Training;
using DtcGenApp;
using static TorchSharp.torch;

// 1. Data: inputs as float32 with the samples first, classes as int64. Here points, those inside a circle of class 0.
random.manual_seed(1);
var inputs = randn(4096, 2);
var classes = inputs.square().sum(dim: 1).gt(1.4).to(int64);
var testInputs = randn(1000, 2);
var testClasses = testInputs.square().sum(dim: 1).gt(1.4).to(int64);
var batches = Batches.Shuffled(inputs, classes, batchSize: 128, seed: 1);

// 2. A model, in Net.cs.
using var model = new Net();
var progress = new ConsoleProgress();
var report = new CompressReport();

// 3. Train it, and export it as it is.
Train("training", steps: 500, rate: 0.01);
report.Dense = Export("dense.onnx");

// 4. Compress it: 100 steps of training, then a tenth of the neurons of each layer leaves, and so on until a quarter is left.
using (progress.Begin("compressing"))
{
    var compressed = CompressTrain.Run(model, new CompressOptions
    {
        Batches = batches,
        Schedule = new ShareSchedule(0.75),
        StepsPerCycle = 100,
        Evaluate = network => TrainingLoop.Accuracy(network, testInputs, testClasses),
        Progress = progress,
        StepProgress = progress,
    });
    report.Cycles = compressed.Cycles;
}

// 5. Train what is left, and export that.
Train("fine-tuning", steps: 500, rate: 0.002);
report.Pruned = Export("pruned.onnx");
report.Status = "completed";
report.Save("result.json");
Console.WriteLine(report);
return report.Passed ? 0 : 1;

// A clip makes parameters smaller, and not what an optimizer keeps for them: each training has one of its own.
void Train(string stage, int steps, double rate)
{
    using var shown = progress.Begin(stage, steps);
    using var adam = optim.Adam(model.parameters(), rate);
    new TrainingLoop(model, batches).Run(adam, steps, progress: progress);
}

// Parity: whether ONNX Runtime computes from the file what the model does.
ModelFigures Export(string path)
{
    OnnxExport.Build(model, OnnxInput.Batched(2)).Save(path);
    return ModelFigures.Of(model, path) with
    {
        Accuracy = TrainingLoop.Accuracy(model, testInputs, testClasses),
        Parity = OnnxParity.Compare(model, path, testInputs),
        LatencyMs = new Dictionary<int, double> { [1] = OnnxLatency.Measure(path, testInputs[..1].ToOnnxArray()).Median },
    };
}
