using DtcGen.Compressibility;
using DtcGen.Onnx;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Samples.Mnist;

internal static class Program
{
    private const string About = "Trains a network on handwritten digits, compresses it while it trains, exports both networks to ONNX, and checks under ONNX Runtime that the files compute what the networks do.";

    // Options, choice of the data, Ctrl-C, exit codes: ../Common. What is DtcGen's is all here, to be read from top to bottom.
    internal static readonly SampleProgram Sample = new(About, DataSource.Mnist, Run) { QuickImages = (4_000, 1_000) };

    private static Task<int> Main(string[] args) => Sample.RunAsync(args);

    private static void Run(SampleJob job)
    {
        using var scope = NewDisposeScope();
        var (options, quick) = (job.Options, job.Options.Quick);

        // 1. Data: images as samples × channels × rows × columns, classes as numbers; batches in an order that the seed decides.
        var (images, classes) = job.Tensors(job.Data.Train);
        var (testImages, testClasses) = job.Tensors(job.Data.Test);
        var batchSize = Math.Min(quick ? 100 : 512, job.Data.Train.Count);
        var stepsPerEpoch = job.Data.Train.Count / batchSize;
        var batches = Batches.Shuffled(images, classes, batchSize, options.Seed);

        // 2. A model: a TorchSharp class marked [DualTomographic], in Mlp.cs.
        manual_seed(options.Seed);
        using var model = new Mlp();

        // 3. Train it, and export it as it is.
        Train("train", "training the dense network", epochs: quick ? 2 : 6, rate: 0.002);
        job.MeasureWeights("dense", model, testImages, testClasses);
        job.Report.Dense = Export("dense");

        // 4. Compress it: some steps of training, then a tenth of its neurons leaves, and so on until so many have left.
        var (schedule, steps) = (new ShareSchedule(options.Sparsity), quick ? 10 : 60);
        var cycles = schedule.CountCycles((int)model.Groups.Max(model.CountNeurons));
        job.Report.Cycles = job.Do("compress", "compressing", cycles * steps, () => CompressTrain.Run(
            model,
            new CompressOptions
            {
                Batches = batches,
                Schedule = schedule,
                StepsPerCycle = steps,
                Criterion = options.CreateCriterion(),
                Loss = Loss,
                Evaluate = network => TrainingLoop.Accuracy(network, testImages, testClasses),
                Entropy = options.Tomography,
                Progress = job.Display,
                StepProgress = job.Display,
            },
            cancellation: job.Cancellation)).Cycles;

        // 5. Train what is left, and export that. The table and result.json are made from job.Report.
        Train("compress", "fine-tuning", epochs: quick ? 1 : 3, rate: 0.001);
        job.MeasureWeights("pruned", model, testImages, testClasses);
        job.Report.Pruned = Export("pruned");

        // A smaller rate in each epoch, and an optimizer of its own: what Adam keeps is for one rate, and for one size of the model.
        void Train(string part, string doing, int epochs, double rate) => job.Do(part, doing, epochs * stepsPerEpoch, () =>
        {
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                using var inner = NewDisposeScope();
                using var adam = optim.Adam(model.parameters(), rate * Math.Pow(0.1, (double)epoch / Math.Max(1, epochs - 1)));
                var from = new TrainingPosition(0, 0, epoch * stepsPerEpoch);
                var loss = new TrainingLoop(model, batches, Loss).Run(adam, stepsPerEpoch, from, job.Display, job.Cancellation);
                job.Display.WriteLine(FormattableString.Invariant($"  epoch {epoch + 1}/{epochs}, mean loss {loss:F4}"));
            }
        });

        // --compressibility drives the weights to few values besides.
        Tensor Loss(Tensor output, Tensor target) => options.Compressibility == 0
            ? TrainingLoop.CrossEntropy(output, target)
            : TrainingLoop.CrossEntropy(output, target) + new CompressibilityLoss().Of(model) * options.Compressibility;

        // 6. The file; parity: whether ONNX Runtime computes from it what the model does; and how well and how fast it does that.
        ModelFigures Export(string name)
        {
            var path = job.File($"{name}.onnx");
            job.Do("export", $"exporting {name}.onnx", 0, () => OnnxExport.Build(model, OnnxInput.Batched(1, 28, 28), new OnnxExportOptions
            {
                Mean = Datasets.Mnist.Normalization.Mean,
                Deviation = Datasets.Mnist.Normalization.Deviation,
                Classes = job.Data.ClassNames,
                Metadata = job.FactsOf(name),
            }).Save(path));
            return ModelFigures.Of(model, path) with
            {
                Parity = job.Do("parity", $"comparing {name}.onnx", testImages.shape[0], () => OnnxParity.Compare(
                    model, path, testImages, progress: job.Display, cancellationToken: job.Cancellation)),
                Accuracy = TrainingLoop.Accuracy(model, testImages, testClasses),
                LatencyMs = job.Latencies(path, testImages, quick ? 20 : 200),
            };
        }
    }
}
