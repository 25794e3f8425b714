namespace Microsoft.ML.OnnxRuntime;

/// <summary>A list that disposes its entries.</summary>
internal sealed class DisposableList<T>(int capacity) : List<T>(capacity), IDisposableReadOnlyCollection<T>
    where T : IDisposable
{
    public void Dispose()
    {
        foreach (T item in this)
        {
            item.Dispose();
        }

        Clear();
    }
}
