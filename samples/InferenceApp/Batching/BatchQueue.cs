using System.Diagnostics;
using System.Threading.Channels;

namespace DtcGen.Samples.InferenceApp;

/// <summary>Lets the images that wait for a model share its runs: what has come while a batch ran makes the next one.</summary>
internal sealed class BatchQueue : IAsyncDisposable
{
    private readonly ModelSlot slot;
    private readonly AppOptions options;
    private readonly InferenceMetrics metrics;
    private readonly Channel<PendingImage> waiting;
    private readonly Task worker;

    public BatchQueue(ModelSlot slot, AppOptions options, InferenceMetrics metrics)
    {
        this.slot = slot;
        this.options = options;
        this.metrics = metrics;
        waiting = Channel.CreateBounded<PendingImage>(new BoundedChannelOptions(options.Queue) { SingleReader = true });
        worker = Task.Run(WorkAsync);
    }

    /// <summary>How many images wait.</summary>
    public int Length => waiting.Reader.Count;

    /// <summary>Lets an image wait, unless the queue is full or closed.</summary>
    public bool TryAdd(PendingImage image) => waiting.Writer.TryWrite(image);

    /// <summary>Takes no more, and answers those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await worker;
    }

    private async Task WorkAsync()
    {
        var batch = new List<PendingImage>(options.Batch);
        while (await waiting.Reader.WaitToReadAsync())
        {
            Take(batch);
            await LingerAsync(batch);
            if (batch.Count > 0)
            {
                Run(batch);
                batch.Clear();
            }
        }
    }

    private void Take(List<PendingImage> batch)
    {
        while (batch.Count < options.Batch && waiting.Reader.TryRead(out PendingImage? image))
        {
            if (image.Abandoned)
            {
                image.Cancel();
            }
            else
            {
                batch.Add(image);
            }
        }
    }

    private async Task LingerAsync(List<PendingImage> batch)
    {
        if (options.Linger == TimeSpan.Zero || batch.Count == 0 || batch.Count == options.Batch)
        {
            return;
        }

        using var end = new CancellationTokenSource(options.Linger);
        try
        {
            while (batch.Count < options.Batch && await waiting.Reader.WaitToReadAsync(end.Token))
            {
                Take(batch);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }

    private void Run(List<PendingImage> batch)
    {
        LoadedModel model = slot.Use();
        try
        {
            RefuseMisfits(batch, model);
            if (batch.Count == 0)
            {
                return;
            }

            long started = Stopwatch.GetTimestamp();
            float[][] probabilities = model.Classifier.Classify([.. batch.Select(image => image.Pixels)]);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            metrics.BatchDone(slot.Name, batch.Count, elapsed);
            for (int i = 0; i < batch.Count; i++)
            {
                int best = Array.IndexOf(probabilities[i], probabilities[i].Max());
                batch[i].Complete(new Prediction(slot.Name, model.Version, model.Classifier.Facts.Classes[best], probabilities[i], elapsed.TotalMilliseconds, batch.Count));
            }
        }
        catch (Exception e)
        {
            // Whatever went wrong, it is told to those who wait, and the next batch gets its chance.
            batch.ForEach(image => image.Fail(e));
        }
        finally
        {
            model.Release();
        }
    }

    /// <summary>A new version may take other images than the one that was there when they came.</summary>
    private static void RefuseMisfits(List<PendingImage> batch, LoadedModel model)
    {
        ImageShape shape = model.Classifier.Input;
        foreach (PendingImage image in batch.Where(image => image.Pixels.Length != shape.Length))
        {
            image.Fail(new BadImageException($"The model changed while the image waited: it has {image.Pixels.Length} numbers, and the model now takes {shape}."));
        }

        batch.RemoveAll(image => image.Pixels.Length != shape.Length);
    }
}
