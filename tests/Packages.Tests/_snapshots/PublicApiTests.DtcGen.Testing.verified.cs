namespace DtcGen.Testing
{
    public sealed class GeneratedCode
    {
        public Microsoft.CodeAnalysis.Compilation Compilation { get; }
        public System.Collections.Generic.IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> Diagnostics { get; }
        public System.Collections.Generic.IReadOnlyList<DtcGen.Testing.GeneratedSource> Sources { get; }
        public void MatchVerified(string? directory = null, [System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") { }
        public override string ToString() { }
        public static DtcGen.Testing.GeneratedCode For(System.Collections.Generic.IReadOnlyList<string> sources, DtcGen.Testing.GeneratedCodeOptions options) { }
        public static DtcGen.Testing.GeneratedCode For(string source, DtcGen.Testing.GeneratedCodeOptions options) { }
        public static DtcGen.Testing.GeneratedCode For(string source, params string[] expected) { }
        public static DtcGen.Testing.GeneratedCode ForType(System.Type type, DtcGen.Testing.GeneratedCodeOptions options) { }
        public static DtcGen.Testing.GeneratedCode ForType<T>(params string[] expected) { }
    }
    public sealed class GeneratedCodeException : System.Exception
    {
        public GeneratedCodeException(string message) { }
    }
    public sealed class GeneratedCodeOptions : System.IEquatable<DtcGen.Testing.GeneratedCodeOptions>
    {
        public GeneratedCodeOptions() { }
        public bool AcceptDiagnostics { get; init; }
        public System.Collections.Generic.IReadOnlyList<string> Expected { get; init; }
        public Microsoft.CodeAnalysis.CSharp.LanguageVersion LanguageVersion { get; init; }
        public System.Collections.Generic.IReadOnlyList<Microsoft.CodeAnalysis.MetadataReference>? References { get; init; }
    }
    public sealed class GeneratedSource : System.IEquatable<DtcGen.Testing.GeneratedSource>
    {
        public GeneratedSource(string Name, string Text) { }
        public string Name { get; init; }
        public string Text { get; init; }
    }
    public sealed class SnapshotException : System.Exception
    {
        public SnapshotException(string message) { }
    }
    public static class VerifiedFile
    {
        public const string AcceptVariable = "DTCGEN_ACCEPT_SNAPSHOTS";
        public static void Match(string text, string extension = "cs", string? directory = null, [System.Runtime.CompilerServices.CallerFilePath] string file = "", [System.Runtime.CompilerServices.CallerMemberName] string test = "") { }
    }
}
