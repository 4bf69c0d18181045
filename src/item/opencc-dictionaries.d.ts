/** OpenCC's dictionaries as opencc-js ships them: `from to to|from to|…`. */
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
declare module 'opencc-js/dict/JPShinjitaiCharacters' {
  const pairs: string
  export default pairs
}
