namespace DtcGen.Samples.InferenceApp;

/// <summary>An image that waits for its answer.</summary>
/// <param name="pixels">Brightness from 0 to 1.</param>
/// <param name="abandoned">Set when nobody waits for the answer any more.</param>
internal sealed class PendingImage(float[] pixels, CancellationToken abandoned)
{
    private readonly TaskCompletionSource<Prediction> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public float[] Pixels => pixels;

    public bool Abandoned => abandoned.IsCancellationRequested;

    public Task<Prediction> Answer => _answer.Task;

    public void Complete(Prediction prediction) => _answer.TrySetResult(prediction);

    public void Fail(Exception e) => _answer.TrySetException(e);

    public void Cancel() => _answer.TrySetCanceled(abandoned);
}
