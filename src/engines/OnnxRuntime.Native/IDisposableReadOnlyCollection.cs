namespace Microsoft.ML.OnnxRuntime;

/// <summary>A list whose entries are released with it.</summary>
/// <typeparam name="T">The entries' type.</typeparam>
public interface IDisposableReadOnlyCollection<T> : IReadOnlyCollection<T>, IReadOnlyList<T>, IDisposable
{
}
