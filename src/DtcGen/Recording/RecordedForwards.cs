using System.Collections.Concurrent;
using System.ComponentModel;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>The recorded forwards that generated code brings, by the class whose forward they are. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordedForwards
{
    private static readonly ConcurrentDictionary<Type, Func<Recorder, nn.Module, object?[], object?>> Known = new();

    /// <summary>Adds a class.</summary>
    /// <typeparam name="TModule">The class.</typeparam>
    /// <param name="forward">What its forward computes, of its arguments in order.</param>
    public static void Add<TModule>(Func<Recorder, TModule, object?[], object?> forward)
        where TModule : nn.Module
        => Known[typeof(TModule)] = (recorder, module, arguments) => forward(recorder, (TModule)module, arguments);

    /// <summary>The recorded forward of exactly this class, or null.</summary>
    internal static Func<Recorder, nn.Module, object?[], object?>? Find(Type type) => Known.GetValueOrDefault(type);
}
