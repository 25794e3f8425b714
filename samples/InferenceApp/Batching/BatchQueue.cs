using System.Diagnostics;
using System.Threading.Channels;

namespace DtcGen.Samples.InferenceApp;

/// <summary>Lets the images that wait for a model share its runs: what has come while a batch ran makes the next one.</summary>
internal sealed class BatchQueue : IAsyncDisposable
{
    private readonly ModelSlot _slot;
    private readonly AppOptions _options;
    private readonly InferenceMetrics _metrics;
    private readonly Channel<PendingImage> _waiting;
    private readonly Task _worker;

    public BatchQueue(ModelSlot slot, AppOptions options, InferenceMetrics metrics)
    {
        _slot = slot;
        _options = options;
        _metrics = metrics;
        _waiting = Channel.CreateBounded<PendingImage>(new BoundedChannelOptions(options.Queue) { SingleReader = true });
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>How many images wait.</summary>
    public int Length => _waiting.Reader.Count;

    /// <summary>Whether one more image would be turned away.</summary>
    public bool IsFull => Length >= _options.Queue;

    /// <summary>Lets an image wait, unless the queue is full or closed.</summary>
    public bool TryAdd(PendingImage image) => _waiting.Writer.TryWrite(image);

    /// <summary>Takes no more, and answers those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _worker;
    }

    private async Task WorkAsync()
    {
        var batch = new List<PendingImage>(_options.Batch);
        while (await _waiting.Reader.WaitToReadAsync())
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
        while (batch.Count < _options.Batch && _waiting.Reader.TryRead(out var image))
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
        if (_options.Linger == TimeSpan.Zero || batch.Count == 0 || batch.Count == _options.Batch)
        {
            return;
        }

        using var end = new CancellationTokenSource(_options.Linger);
        try
        {
            while (batch.Count < _options.Batch && await _waiting.Reader.WaitToReadAsync(end.Token))
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
        var model = _slot.Use();
        try
        {
            RefuseMisfits(batch, model);
            if (batch.Count == 0)
            {
                return;
            }

            var started = Stopwatch.GetTimestamp();
            var probabilities = model.Classifier.Classify([.. batch.Select(image => image.Pixels)]);
            var elapsed = Stopwatch.GetElapsedTime(started);
            _metrics.BatchDone(_slot.Name, batch.Count, elapsed);
            for (var i = 0; i < batch.Count; i++)
            {
                var best = Array.IndexOf(probabilities[i], probabilities[i].Max());
                batch[i].Complete(new Prediction(
                    _slot.Name,
                    model.Version,
                    model.Classifier.Facts.Classes[best],
                    probabilities[i],
                    elapsed.TotalMilliseconds,
                    batch.Count));
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
        var shape = model.Classifier.Input;
        foreach (var image in batch.Where(image => image.Pixels.Length != shape.Length))
        {
            image.Fail(new BadImageException(
                $"The model changed while the image waited: it has {image.Pixels.Length} numbers, and the model now takes {shape}."));
        }

        batch.RemoveAll(image => image.Pixels.Length != shape.Length);
    }
}
