namespace DtcGen;

/// <summary>
/// Marks a TorchSharp model class. The generator reads its <c>forward</c>, works out which neurons must
/// leave together, and makes the class implement <see cref="IDualTomographic"/>. The class and the types
/// around it must be <c>partial</c>.
/// </summary>
/// <remarks>
/// A model of the class belongs to one thread at a time: a clip gives its tensors other memory, and a forward that another thread
/// runs meanwhile can end the process. See <see cref="IDualTomographic.Clip"/> for what is refused.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DualTomographicAttribute : Attribute
{
    /// <summary>
    /// Layers whose neurons must stay, by the name that <c>named_modules()</c> gives them:
    /// <c>"fc1"</c>, <c>"encoder.0"</c>. A name that the model does not have is an error at compile time.
    /// </summary>
    public string[] Keep { get; set; } = [];

    /// <summary>
    /// Whether the compiler and the editor tell, at each layer, which neurons leave together (DTC010) and which stay
    /// and why (DTC011). They are messages of level info, and change nothing that is generated.
    /// </summary>
    public bool Explain { get; set; }

    /// <summary>
    /// Whether the model is recorded when it runs. When this is not given, a model is recorded where its source alone does not decide
    /// what it computes (DTC012). True: it is recorded even where the source does. False: it is never recorded, and what cannot be
    /// read is an error at its expression (DTC004, DTC005, DTC008).
    /// </summary>
    public bool Record { get; set; }
}
