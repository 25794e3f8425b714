// TorchVision's data sets and TorchSharp's loaders: dotnet run -c Release --project samples/DataLoader [-- FOLDER]
// FOLDER is TorchVision's root, and MNIST is downloaded to it where it is not there. Without it, digits are drawn.
using DtcGen;
using DtcGen.Onnx;
using DtcGen.Samples.Mnist;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;
using static TorchSharp.torchvision;

var root = args.Length > 0 ? args[0] : SyntheticMnist.Write(Path.Combine(Path.GetTempPath(), "dtcgen-dataloader"));
using var train = DataLoader(datasets.MNIST(root, train: true, download: args.Length > 0), 100, shuffle: true, seed: 1);
using var test = DataLoader(datasets.MNIST(root, train: false), 1_000);

// A batch of a loader is a dictionary of tensors; DtcGen takes pairs, and begins anew when a pass is over.
var batches = Batches.Repeat(train.Select(batch => (batch["data"], batch["label"])));
var epoch = (int)train.Count;

random.manual_seed(1);
using var model = new Mlp();
var progress = new ConsoleProgress();
Train("training", 2 * epoch);
Console.WriteLine($"{model.CountNeurons(model.Groups[0])} neurons, accuracy {Accuracy():F3}");

var schedule = new ShareSchedule(0.75);
using (progress.Begin("compressing", schedule.CountCycles(512) * 10))
{
    CompressTrain.Run(model, new CompressOptions
    {
        Batches = batches,
        Schedule = schedule,
        StepsPerCycle = 10,
        Progress = progress,
        StepProgress = progress,
    });
}

Train("fine-tuning", epoch);
Console.WriteLine($"{model.CountNeurons(model.Groups[0])} neurons, accuracy {Accuracy():F3}");

// A loader disposes of a batch when it goes on to the next: what is to stay is a copy.
OnnxExport.Build(model, OnnxInput.Batched(1, 28, 28)).Save("loader.onnx");
using var images = test.Select(batch => batch["data"].clone()).First();
var parity = OnnxParity.Compare(model, "loader.onnx", images);
Console.WriteLine($"loader.onnx: {parity}");
return parity.Passed ? 0 : 1;

void Train(string stage, int steps)
{
    using var shown = progress.Begin(stage, steps);
    using var adam = optim.Adam(model.parameters(), 0.002);
    new TrainingLoop(model, batches).Run(adam, steps, progress: progress);
}

double Accuracy() => test.Average(batch => TrainingLoop.Accuracy(model, batch["data"], batch["label"]));
