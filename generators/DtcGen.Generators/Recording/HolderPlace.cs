namespace DtcGen.Generators.Recording;

/// <summary>Where the recorded methods of a class stand.</summary>
internal enum HolderPlace
{
    /// <summary>In the class, which is partial.</summary>
    Inside,

    /// <summary>In a class of their own in the same namespace.</summary>
    Beside,

    /// <summary>In a class of their own in the partial class around one that is private.</summary>
    Around,
}
