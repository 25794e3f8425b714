namespace DtcGen.Runtime;

/// <summary>Gives a reference to a field, also to a readonly one.</summary>
/// <typeparam name="T">The field's type.</typeparam>
public delegate ref T FieldReference<T>();
